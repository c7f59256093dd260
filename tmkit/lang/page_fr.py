"""What the furniture of French news pages says."""

from tmkit.lang.base import PageWords, phrases

PAGE = PageWords(
    related=phrases(
        "sur la meme thematique | a lire sur le meme sujet | voir tous les articles | toutes les actualites | "
        "tous les articles | plus d'infos | plus d'informations | afficher plus | afficher la suite | "
        "voir plus d'articles | charger plus | nos dernieres publications | publications recentes | "
        "le plus recent | les plus consultes | articles les plus consultes | actualites recentes | "
        "a la une de ce numero | dans l'actualite | l'essentiel de l'actualite | nos derniers articles | "
        "autres sujets | a suivre | a voir | en images | les dernieres nouvelles | nouvelles recentes | "
        "articles populaires | populaires | tendances | selection de la redaction | le choix de la redaction | "
        "notre selection | suggestions | en ce moment | precedent | suivant | voir plus | voir aussi | "
        "a voir aussi | lire aussi | a lire aussi | a lire egalement | lire egalement | a lire | lire plus | "
        "lire la suite | lire | a decouvrir | a decouvrir aussi | sur le meme sujet | sur le meme theme | "
        "dans la meme rubrique | dans le meme dossier | dans la meme categorie | articles lies | "
        "articles similaires | article similaire | articles associes | autres articles | autres actualites | "
        "autres informations | autres nouvelles | ces articles peuvent aussi vous interesser | "
        "ces articles peuvent vous interesser | ceci peut vous interesser | vous aimerez aussi | "
        "vous pourriez aussi aimer | vous pourriez etre interesse | cela peut vous interesser | a lire ensuite | "
        "pour aller plus loin | en savoir plus | la redaction vous conseille | la redaction vous recommande | "
        "nos lecteurs ont lu ensuite | les plus lus | les plus lues | les plus commentes | les plus partages | "
        "les plus recents | les articles les plus lus | articles les plus lus | plus lus | le plus lu | "
        "dernieres nouvelles | dernieres actualites | dernieres infos | derniers articles | articles recents | "
        "articles recommandes | recommande pour vous | nos recommandations | recommandations | a la une | "
        "a ne pas manquer | actualites liees | nouvelles liees | contenus lies | contenus sponsorises | "
        "sujets associes | le fil info | en continu | en direct | plus d'articles | plus d'actualites | suite | "
        "article suivant | article precedent | navigation des articles | archives | liens utiles | "
        "lire l'article | les dernieres actus | dossier | notre dossier | documents associes | a ecouter | "
        "a ecouter aussi | l'info en continu | newsletters | a regarder | plus sur ce sujet | "
        "nos autres articles | aussi a lire | lire notre enquete | lire notre article | lire le reportage | "
        "lire l'entretien | lire notre decryptage | lire notre dossier | lire le decryptage | lire la chronique | "
        "ecouter aussi | reecouter"
    ),
    comments=phrases(
        "poster une reaction | donnez votre avis | partagez votre avis | exprimez-vous | aucun commentaire | "
        "pas de commentaire | rejoindre la conversation | participez a la discussion | "
        "les commentaires sont fermes | moderation | commentaires | commentaire | reagir | reagir a cet article | "
        "reagissez | reagissez a cet article | laisser un commentaire | laissez un commentaire | "
        "ajouter un commentaire | poster un commentaire | vos commentaires | vos reactions | votre commentaire | "
        "ecrire un commentaire | reflexions sur | reflexion sur | reponses a | vos avis | voir les commentaires | "
        "voir tous les commentaires | publier un commentaire | participer a la discussion | donner votre avis | "
        "repondre | l'espace des contributions | lire les commentaires | commenter | commenter cet article | "
        "soyez le premier a commenter | connectez-vous pour commenter | plus de commentaires"
    ),
    comment_marks=phrases("repondre | signaler un abus | signaler | j'aime | il y a | a dit | dit"),
    tags=phrases(
        "mots-cles | mots cles | mot-cle | etiquettes | etiquette | tags | tag | themes | thematiques | sujets | "
        "rubriques | categories | regions et pays concernes | classe dans | dans les rubriques"
    ),
    share=phrases(
        "recommander | signaler | copier | s'identifier | icone | retour | fermer la fenetre | "
        "partager par e-mail | partager sur whatsapp | partager sur linkedin | afficher | masquer | lecture | "
        "pause | volume | plein ecran | telecharger en pdf | enregistrer en pdf | traduire | partager | "
        "partager cet article | partager l'article | partager sur facebook | partager sur twitter | partagez | "
        "partage | favori | contribuez | signaler une erreur | partagez cet article | partagez ce contenu | "
        "partagez ce contenu dans | partager la page | partager via | imprimer | imprimer l'article | envoyer | "
        "envoyer par e-mail | envoyer par mail | envoyer a un ami | ecouter | ecouter cet article | "
        "ecouter l'article | ecouter le direct | telecharger | offrir l'article | offrir cet article | "
        "sauvegarder | enregistrer | ajouter a mes favoris | suivre | copier le lien | reutiliser ce contenu | "
        "contribuer | tweeter | facebook | twitter | whatsapp | linkedin | haut de page | retour en haut | "
        "retour en haut de page | taille du texte | favoris | j'aime ca | j'aime chargement | chargement | "
        "fermer | lien copie | messenger | reagir | je partage | ajouter aux favoris | lire plus tard | agrandir | "
        "reduire | agrandir l'image | google actualites | suivez-nous sur google actualites | version imprimable | "
        "article reserve aux abonnes | reserve aux abonnes | abonne | abonnes | gratuit"
    ),
    navigation=phrases(
        "creer un compte | inscription | s'identifier | panier | nos formules | horoscope | programme tv | "
        "kiosque | journal numerique | nous contacter | nous rejoindre | gestion des cookies | consulter | "
        "le kiosque | offres d'emploi | elections | agenda | regions | region | departement | communes | "
        "ma ville | auto | conso | bien-etre | cuisine | people | education et formation | cooperation | "
        "diaspora | reportage | reportages | francophonie | edition abonnes | retour a l'accueil | "
        "page d'accueil | nos missions | nos projets | publications | ressources | mediatheque | langues | "
        "accueil | site en | espanol | russe | politique | societe | economie | culture | sports | sport | monde | "
        "international | opinions | opinion | idees | actualites | actualite | loisirs | faits divers | sante | "
        "environnement | education | sciences | technologie | tourisme | culture - sports | culture et sports | "
        "asie | asie-pacifique | europe | afrique | ameriques | france | menu | rechercher | recherche | "
        "recherche avancee | se connecter | connexion | mon compte | s'abonner | s'abonner a la newsletter | "
        "s'inscrire | je m'abonne | abonnement | abonnez-vous | aller au contenu principal | aller au contenu | "
        "aller a la navigation | sauter la navigation | passer au contenu | contact | contactez-nous | "
        "qui suis-je | qui sommes-nous | a propos | a propos de nous | plan du site | mentions legales | "
        "newsletter | newsletters | le direct | direct | en profondeur | entretiens | sujets | retrouvez-nous | "
        "suivez-nous | protection des donnees | page non trouvee | ma commune | annonces legales | avis de deces | "
        "petites annonces | emploi | immobilier | videos | photos | podcasts | blogs | dossiers | services | "
        "meteo | vietnam | le vietnam | asean | presse | salle de presse | communiques de presse | medias | jeux | "
        "mots croises | boutique | tout accepter | tout refuser | continuer sans accepter | "
        "parametrer les cookies | gerer mes choix | personnaliser | fil d'ariane | deconnexion | image | "
        "droits de l'homme | precarite | tous les articles | le journal | edition du jour"
    ),
    advert=phrases(
        "publicite | annonce | annonces | sponsorise | contenu sponsorise | contenu partenaire | "
        "la suite apres cette publicite | passer la publicite"
    ),
    legal=phrases(
        "tous droits reserves | tous les droits reserves | droits d'auteur et autorisations | mentions legales | "
        "politique de confidentialite | charte du groupe | protection de la vie privee | conditions generales | "
        "reproduction interdite | directeur de la publication | fierement propulse par | droits de reproduction"
    ),
    signup=phrases(
        "cet article vous a plu | entrez votre adresse | votre adresse e-mail | je m'inscris | "
        "creez votre compte | votre consentement | parametrer vos choix | avant de continuer | "
        "desinscrire a tout moment | poursuivre votre lecture | envie de lire la suite | en cliquant sur | "
        "en vous inscrivant | politique de cookies | utilisons des cookies | utilise des cookies | "
        "utilisation de cookies | utilisation des cookies | boite mail | boite aux lettres electronique | "
        "inscrivez-vous a la lettre | inscrivez-vous a notre | inscrivez-vous a la newsletter | "
        "abonnez-vous a notre | recevez toute l'information | recevez toute l'actualite | recevez chaque | "
        "chaque matin, recevez | recevez quotidiennement | telechargez notre application | "
        "en telechargeant l'application | notre newsletter | suivez-nous sur | "
        "votre adresse de messagerie ne sera pas | votre adresse e-mail ne sera pas | "
        "votre adresse email ne sera pas | champs obligatoires | centres d'interet | veuillez contacter | "
        "soutenez-nous | faites un don | nous soutenir | vos dons | cet article est reserve | "
        "de cet article a lire | profitez de l'offre | reste a lire | pour lire la suite | "
        "testez sans engagement | deja abonne"
    ),
    contact=phrases(
        "telephone | tel | contact | contact presse | contacts presse | adresse | courriel | e-mail | email | "
        "fax | pour de plus amples informations | pour plus d'informations, veuillez contacter | "
        "service de presse | nom | votre e-mail | site web"
    ),
    credits_by=phrases("photo de | photos de | photo par | photographie de | image de | cliché de"),
    illustration=phrases(
        "photo d'illustration | image d'illustration | photo d'archives | illustration | legende | photo onu | "
        "image | diaporama | infographie"
    ),
    authors=phrases(
        "par | texte par | texte de | ecrit par | redige par | recueilli par | propos recueillis par | "
        "publie par | auteur | auteurs | un article de | reportage de | article de | de notre correspondant | "
        "de notre correspondante | traduit par | texte et photos | synthese"
    ),
    author_tails=phrases("propos recueillis | recueilli | traduction"),
    sources=phrases(
        "source | sources | d'apres | avec afp | avec reuters | avec ap | avec agences | avec afp et reuters"
    ),
    published=phrases(
        "publie le | publiee le | publie | poste le | mis en ligne le | mise en ligne le | paru le | ecrit le | "
        "cree le | date de publication | communique de presse | diffuse le | premiere publication | publication"
    ),
    updated=phrases(
        "mis a jour le | mise a jour le | mis a jour | mise a jour | modifie le | derniere mise a jour | "
        "derniere modification | actualise le | maj le | maj"
    ),
    date_words=phrases(
        "le | a | h | min | lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | heure de paris | "
        "heure | et | gmt | utc | communique de presse | actualite | article | communique | nouvelle"
    ),
    counters=phrases(
        "temps de lecture | min de lecture | minutes de lecture | lecture | minutes | mn | min | vues | lectures | "
        "commentaires | commentaire | partages | reactions"
    ),
    past=phrases(
        "a ete | ont ete | avait | avaient | etait | etaient | a eu | ont eu | s'est | se sont | fut | furent"
    ),
    future=phrases("sera | seront | aura | auront | prevu | prevue | prevus | prochain | prochaine | d'ici"),
    kickers=phrases(
        "entretien | interview | entretien avec | interview de | communique de presse | communique | reportage | "
        "analyse | decryptage | tribune | editorial | chronique | opinion | enquete | recit | portrait | dossier | "
        "exclusif | point de vue | temoignage | temoignages | infographie | podcast | en images | en direct | "
        "le billet | billet | carnet | grand entretien | a la une | breve | depeche | le fait du jour | focus | "
        "eclairage | declaration | debats et opinions | lettre de | actualite | dossier de presse"
    ),
    jobs=phrases(
        "journaliste | correspondant | correspondante | envoye special | envoyee speciale | redaction | "
        "redacteur | redactrice | redacteur en chef | redactrice en chef | notre correspondant a"
    ),
    credits=phrases(
        "photo | photos | crédit photo | crédits photo | crédit | crédits | photo d’illustration | "
        "photo d'illustration | image | illustration | vidéo | infographie | dessin | légende"
    ),
)
