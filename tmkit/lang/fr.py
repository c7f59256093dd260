"""French."""

from tmkit.lang.base import GlueWords, Language, NumberWords, PageWords, Spelling, phrases

FR = Language(
    code="fr",
    name="French",
    native="Français",
    srx="fr.srx",
    verbosity=1.15,
    numbers=NumberWords(
        decimal=",",
        groups=" \u00a0\u202f\u2009.",
        months=(
            ("janvier", 1),
            ("janv", 1),
            ("février", 2),
            ("fevrier", 2),
            ("févr", 2),
            ("mars", 3),
            ("avril", 4),
            ("avr", 4),
            ("mai", 5),
            ("juin", 6),
            ("juillet", 7),
            ("juil", 7),
            ("août", 8),
            ("aout", 8),
            ("septembre", 9),
            ("sept", 9),
            ("octobre", 10),
            ("oct", 10),
            ("novembre", 11),
            ("nov", 11),
            ("décembre", 12),
            ("decembre", 12),
            ("déc", 12),
        ),
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        magnitudes=(
            ("milliards", 10**9),
            ("milliard", 10**9),
            ("millions", 10**6),
            ("million", 10**6),
            ("billions", 10**12),
            ("billion", 10**12),
            ("milliers", 10**3),
            ("millier", 10**3),
            ("mille", 10**3),
            ("mds", 10**9),
        ),
        cardinals=(
            ("un", 1),
            ("une", 1),
            ("deux", 2),
            ("trois", 3),
            ("quatre", 4),
            ("cinq", 5),
            ("six", 6),
            ("sept", 7),
            ("huit", 8),
            ("neuf", 9),
            ("dix", 10),
            ("onze", 11),
            ("douze", 12),
            ("treize", 13),
            ("quatorze", 14),
            ("quinze", 15),
            ("seize", 16),
            ("vingt", 20),
            ("trente", 30),
            ("quarante", 40),
            ("cinquante", 50),
            ("soixante", 60),
            ("cent", 100),
            ("cents", 100),
            ("vingts", 20),
        ),
        percent=("pour cent", "pourcent"),
        joiners=("et",),
        hour_word="heures",
        uncertain=frozenset({"un", "une", "neuf", "second"}),
    ),
    page=PageWords(
        related=phrases(
            "voir plus | voir aussi | a voir aussi | lire aussi | a lire aussi | a lire egalement | "
            "lire egalement | a lire | lire plus | lire la suite | lire | a decouvrir | "
            "a decouvrir aussi | sur le meme sujet | sur le meme theme | dans la meme rubrique | "
            "dans le meme dossier | dans la meme categorie | articles lies | articles similaires | "
            "article similaire | articles associes | autres articles | autres actualites | "
            "autres informations | autres nouvelles | ces articles peuvent aussi vous interesser | "
            "ces articles peuvent vous interesser | ceci peut vous interesser | vous aimerez aussi | "
            "vous pourriez aussi aimer | vous pourriez etre interesse | cela peut vous interesser | "
            "a lire ensuite | pour aller plus loin | en savoir plus | la redaction vous conseille | "
            "la redaction vous recommande | nos lecteurs ont lu ensuite | les plus lus | "
            "les plus lues | les plus commentes | les plus partages | les plus recents | "
            "les articles les plus lus | articles les plus lus | plus lus | le plus lu | "
            "dernieres nouvelles | dernieres actualites | dernieres infos | derniers articles | "
            "articles recents | articles recommandes | recommande pour vous | nos recommandations | "
            "recommandations | a la une | a ne pas manquer | actualites liees | nouvelles liees | "
            "contenus lies | contenus sponsorises | sujets associes | le fil info | en continu | "
            "en direct | plus d'articles | plus d'actualites | suite | article suivant | "
            "article precedent | navigation des articles | archives | liens utiles | lire l'article | "
            "les dernieres actus | dossier | notre dossier | documents associes | a ecouter | "
            "a ecouter aussi | l'info en continu | newsletters | a regarder | plus sur ce sujet | "
            "nos autres articles | aussi a lire | lire notre enquete | lire notre article | "
            "lire le reportage | lire l'entretien | lire notre decryptage | lire notre dossier | "
            "lire le decryptage | lire la chronique | ecouter aussi | reecouter"
        ),
        comments=phrases(
            "commentaires | commentaire | reagir | reagir a cet article | reagissez | "
            "reagissez a cet article | laisser un commentaire | laissez un commentaire | "
            "ajouter un commentaire | poster un commentaire | vos commentaires | vos reactions | "
            "votre commentaire | ecrire un commentaire | reflexions sur | reflexion sur | reponses a | "
            "vos avis | voir les commentaires | voir tous les commentaires | publier un commentaire | "
            "participer a la discussion | donner votre avis | repondre | l'espace des contributions | "
            "lire les commentaires | commenter | commenter cet article | "
            "soyez le premier a commenter | connectez-vous pour commenter | plus de commentaires"
        ),
        comment_marks=phrases(
            "repondre | signaler un abus | signaler | j'aime | il y a | a dit | dit"
        ),
        tags=phrases(
            "mots-cles | mots cles | mot-cle | etiquettes | etiquette | tags | tag | themes | "
            "thematiques | sujets | rubriques | categories | regions et pays concernes | classe dans | "
            "dans les rubriques"
        ),
        share=phrases(
            "partager | partager cet article | partager l'article | partager sur facebook | "
            "partager sur twitter | partagez | partagez cet article | partagez ce contenu | "
            "partagez ce contenu dans | partager la page | partager via | imprimer | "
            "imprimer l'article | envoyer | envoyer par e-mail | envoyer par mail | envoyer a un ami | "
            "ecouter | ecouter cet article | ecouter l'article | ecouter le direct | telecharger | "
            "offrir l'article | offrir cet article | sauvegarder | enregistrer | "
            "ajouter a mes favoris | suivre | copier le lien | reutiliser ce contenu | contribuer | "
            "tweeter | facebook | twitter | whatsapp | linkedin | haut de page | retour en haut | "
            "retour en haut de page | taille du texte | favoris | j'aime ca | j'aime chargement | "
            "chargement | fermer | lien copie | messenger | reagir | je partage | "
            "ajouter aux favoris | lire plus tard | agrandir | reduire | agrandir l'image | "
            "google actualites | suivez-nous sur google actualites | version imprimable | "
            "article reserve aux abonnes | reserve aux abonnes | abonne | abonnes | gratuit"
        ),
        navigation=phrases(
            "accueil | site en | espanol | russe | politique | societe | economie | culture | sports | sport | monde | "
            "international | opinions | opinion | idees | actualites | actualite | loisirs | "
            "faits divers | sante | environnement | education | sciences | technologie | tourisme | "
            "culture - sports | culture et sports | asie | asie-pacifique | europe | afrique | "
            "ameriques | france | menu | rechercher | recherche | recherche avancee | se connecter | "
            "connexion | mon compte | s'abonner | s'abonner a la newsletter | s'inscrire | je m'abonne | abonnement | "
            "abonnez-vous | aller au contenu principal | aller au contenu | aller a la navigation | "
            "sauter la navigation | passer au contenu | contact | contactez-nous | qui suis-je | "
            "qui sommes-nous | a propos | a propos de nous | plan du site | mentions legales | "
            "newsletter | newsletters | le direct | direct | en profondeur | entretiens | sujets | "
            "retrouvez-nous | suivez-nous | protection des donnees | page non trouvee | ma commune | "
            "annonces legales | avis de deces | petites annonces | emploi | immobilier | videos | "
            "photos | podcasts | blogs | dossiers | services | meteo | vietnam | le vietnam | asean | "
            "presse | salle de presse | communiques de presse | medias | jeux | mots croises | "
            "boutique | tout accepter | tout refuser | continuer sans accepter | "
            "parametrer les cookies | gerer mes choix | personnaliser | fil d'ariane | deconnexion | "
            "image | droits de l'homme | precarite | tous les articles | le journal | edition du jour"
        ),
        advert=phrases(
            "publicite | annonce | annonces | sponsorise | contenu sponsorise | contenu partenaire | "
            "la suite apres cette publicite | passer la publicite"
        ),
        legal=phrases(
            "tous droits reserves | tous les droits reserves | droits d'auteur et autorisations | "
            "mentions legales | politique de confidentialite | charte du groupe | "
            "protection de la vie privee | conditions generales | reproduction interdite | "
            "directeur de la publication | fierement propulse par | droits de reproduction"
        ),
        signup=phrases(
            "utilisons des cookies | utilise des cookies | utilisation de cookies | "
            "utilisation des cookies | boite mail | boite aux lettres electronique | "
            "inscrivez-vous a la lettre | inscrivez-vous a notre | inscrivez-vous a la newsletter | "
            "abonnez-vous a notre | recevez toute l'information | recevez toute l'actualite | "
            "recevez chaque | chaque matin, recevez | recevez quotidiennement | "
            "telechargez notre application | en telechargeant l'application | notre newsletter | "
            "suivez-nous sur | votre adresse de messagerie ne sera pas | "
            "votre adresse e-mail ne sera pas | votre adresse email ne sera pas | "
            "champs obligatoires | centres d'interet | veuillez contacter | cet article est reserve | reste a lire | "
            "pour lire la suite | testez sans engagement | deja abonne"
        ),
        contact=phrases(
            "telephone | tel | contact | contact presse | contacts presse | adresse | courriel | "
            "e-mail | email | fax | pour de plus amples informations | "
            "pour plus d'informations, veuillez contacter | service de presse | nom | votre e-mail | "
            "site web"
        ),
        credits_by=phrases("photo de | photos de | photo par | photographie de | image de | cliché de"),
        illustration=phrases(
            "photo d'illustration | image d'illustration | photo d'archives | illustration | legende | "
            "photo onu | image | diaporama | infographie"
        ),
        authors=phrases(
            "par | texte par | texte de | ecrit par | redige par | recueilli par | "
            "propos recueillis par | publie par | auteur | auteurs | un article de | reportage de | "
            "article de | de notre correspondant | de notre correspondante | traduit par | avec | "
            "texte et photos | synthese"
        ),
        author_tails=phrases(
            "propos recueillis | recueilli | avec afp | avec agences | traduction"
        ),
        sources=phrases(
            "source | sources | d'apres | avec afp | avec reuters | avec ap | avec agences | "
            "avec afp et reuters"
        ),
        published=phrases(
            "publie le | publiee le | publie | poste le | mis en ligne le | mise en ligne le | "
            "paru le | ecrit le | cree le | date de publication | communique de presse | diffuse le | "
            "premiere publication | publication"
        ),
        updated=phrases(
            "mis a jour le | mise a jour le | mis a jour | mise a jour | modifie le | "
            "derniere mise a jour | derniere modification | actualise le | maj le | maj"
        ),
        date_words=phrases(
            "le | a | h | min | lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | "
            "heure de paris | heure | et | gmt | utc | communique de presse | actualite | article | "
            "communique | nouvelle"
        ),
        counters=phrases(
            "temps de lecture | min de lecture | minutes de lecture | lecture | minutes | mn | min | "
            "vues | lectures | commentaires | commentaire | partages | reactions"
        ),
        past=phrases("a ete | ont ete | avait | avaient | etait | etaient | a eu | ont eu | s'est | se sont | fut | furent"),
        future=phrases(
            "sera | seront | aura | auront | prevu | prevue | prevus | prochain | prochaine | d'ici"
        ),
        credits=phrases(
            "photo | photos | crédit photo | crédits photo | crédit | crédits | photo d’illustration | "
            "photo d'illustration | image | illustration | vidéo | infographie | dessin | légende"
        ),
    ),
    glue=GlueWords(
        function=frozenset(
            "le la les un une des de du à au aux en dans pour par sur avec sans sous ce cet cette ces qui que "
            "quoi dont où son sa ses leur leurs mon ma mes ton ta tes notre nos votre vos il elle ils elles on "
            "nous vous lui eux se ne pas plus moins très est sont été être a ont avoir avait avaient était "
            "étaient sera seront serait peut peuvent doit doivent fait ou mais comme ainsi alors donc car puis "
            "entre et si lors chez vers depuis pendant selon afin tout tous toute toutes aussi même mêmes "
            "autre autres deux trois quatre cinq contre après avant chaque plusieurs quelques également "
            "toujours encore déjà ici y non bien mal celle ceux celles celui hors malgré parmi durant dès "
            "an ans cela ça je tu j me te moi soit fut furent ayant étant aura auront aurait auraient avons avez "
            "ai suis sommes pourra pourront pourrait pourraient devra devront devrait devraient peu cependant "
            "toutefois notamment jamais trop beaucoup rien quand lorsque puisque parce jusque aucun aucune "
            "quelque près loin six sept huit neuf dix onze douze quinze vingt trente cent mille dit va vont "
            "ensuite enfin surtout maintenant demain hier aujourd'hui environ ni dû pu vu eu".split()
        ),
        weak_heads=frozenset(
            "a y ta en sur contre par entre sous sans sa ou si on se ne plus moins non bien mal avant "
            "après tout mi ma mes ton mon hors eux car vers pas quoi an ans j je tu me te moi ai suis peu "
            "dit va soit loin près trop ça ni dû pu eu".split()
        ),
        weak_tails=frozenset(
            "a ont ne se ses on son sa la le que elle elles leur leurs au aux en un une ce ces il ils "
            "tout fait chez pas mes tes ton ma ta si ou y vos nos mais eux est quoi mal non ans être an "
            "ai va dit te me tu je ça soit rien loin trop peu dix six onze cent mille j ni dû vu eu sont".split()
        ),
        bound=tuple(
            "socio micro macro mini maxi méga cyber multi anti auto co néo pré inter intra télé éco bio agro "
            "aéro hydro thermo électro photo radio géo psycho neuro cardio pluri poly mono bi tri trans "
            "ultra super hyper hypo post pro para péri extra archi semi demi quasi pseudo proto nano nucléo "
            "ré re dé dés dis in im mé més euro afro franco sino indo anglo narco techno ethno "
            "hétéro infra supra vidéo audio ciné moto physio rétro anté outre".split()
        ),
        endings=frozenset(
            "rait raient rions riez rais raie ras rons rez ront ions iez aient ait ais ment ments sage sages "
            "nage nages rage tage tages mage able ables table tables ible tion tions tour teur teurs trice age "
            "ages ance ances eux euse euses iste istes isme esque âmes âtes asse asses tasse rasse lisent liser "
            "liste listes listent lisation nées née tâtes rient rent nent tant tente tentes sent sente rions "
            "logie logue logues graphie graphe mètre mètres phone phones phonie phile philes phobe manie "
            "nomie scope culture cultures thérapie port ports gène gènes cide cides forme formes fère pède vore "
            "fiant fier fié fiée ième ièmes tons bots tropes trope type types plan plans lier lière liers "
            "lières rien riens riche lent lents lente lentes nier nière niers mental mentale mentales mentaux "
            "mentaire mentaires mentation".split()
        ),
        derivations=(
            ("issement", ("ir",)),
            ("issements", ("ir",)),
            ("amment", ("ant",)),
            ("emment", ("ent",)),
            ("ément", ("e", "é")),
            ("ement", ("", "e", "er")),
            ("ements", ("er",)),
            ("iment", ("i",)),
            ("ument", ("u",)),
            ("aux", ("al", "ail")),
            ("elle", ("el",)),
            ("elles", ("el",)),
            ("enne", ("en",)),
            ("ennes", ("en",)),
            ("euse", ("eur", "eux", "er")),
            ("euses", ("eur", "eux", "er")),
            ("eure", ("eur",)),
            ("eures", ("eur",)),
            ("trice", ("teur",)),
            ("trices", ("teur",)),
            ("rice", ("eur",)),
            ("ive", ("if",)),
            ("ives", ("if",)),
            ("erai", ("er",)),
            ("eras", ("er",)),
            ("era", ("er",)),
            ("erons", ("er",)),
            ("erez", ("er",)),
            ("eront", ("er",)),
            ("erais", ("er",)),
            ("erait", ("er",)),
            ("erions", ("er",)),
            ("eriez", ("er",)),
            ("eraient", ("er",)),
            ("irai", ("ir",)),
            ("iras", ("ir",)),
            ("ira", ("ir",)),
            ("irons", ("ir",)),
            ("irez", ("ir",)),
            ("iront", ("ir",)),
            ("irait", ("ir",)),
            ("irais", ("ir",)),
            ("iraient", ("ir",)),
            ("ra", ("re",)),
            ("ront", ("re",)),
            ("rait", ("re",)),
            ("raient", ("re",)),
            ("a", ("er", "ir")),
            ("as", ("er",)),
            ("ai", ("er",)),
            ("ons", ("er",)),
            ("ez", ("er",)),
            ("ait", ("er", "re")),
            ("ais", ("er", "re")),
            ("aient", ("er", "re")),
            ("ions", ("er",)),
            ("iez", ("er",)),
            ("ant", ("er", "re")),
            ("ants", ("er",)),
            ("ante", ("er", "ant")),
            ("antes", ("er", "ant")),
            ("èrent", ("er",)),
            ("âmes", ("er",)),
            ("âtes", ("er",)),
            ("ât", ("er",)),
            ("assent", ("er",)),
            ("assions", ("er",)),
            ("ent", ("er", "re")),
            ("é", ("er",)),
            ("ée", ("er",)),
            ("és", ("er",)),
            ("ées", ("er",)),
            ("issant", ("ir",)),
            ("issait", ("ir",)),
            ("issent", ("ir",)),
            ("issaient", ("ir",)),
            ("age", ("er",)),
            ("eur", ("er", "e", "if")),
            ("isation", ("iser", "", "e", "el")),
            ("isations", ("iser",)),
            ("ation", ("er",)),
            ("ations", ("er",)),
            ("iser", ("", "e", "el", "al")),
            ("isé", ("", "e", "el", "al")),
            ("iste", ("", "e", "ie", "isme")),
            ("istes", ("", "e", "ie", "isme")),
            ("isme", ("", "e", "iste")),
            ("ité", ("", "e", "eux")),
            ("ités", ("", "e")),
            ("alité", ("al", "el")),
            ("bilité", ("ble",)),
            ("able", ("er",)),
            ("ables", ("er",)),
            ("ible", ("ir", "er")),
            ("aire", ("", "e")),
            ("aires", ("", "e")),
            ("ien", ("", "e", "ie")),
            ("ienne", ("", "e", "ie")),
            ("ième", ("", "e")),
        ),
        extra=frozenset(
            "aujourd'hui quelqu'un quelqu'une prud'homme prud'hommes d'accord corps temps cas pays fois voix "
            "prix choix taux fonds cours succès accès procès décès progrès congrès processus consensus virus "
            "campus bonus forum web internet mail courriel bien-être plutôt bientôt jamais trop beaucoup peu "
            "tant près tôt tard dehors dessus dessous autrefois parfois partout pourquoi comment combien "
            "davantage notamment autrement presque puisque lorsque jusque quoique tandis quant auquel auxquels "
            "auxquelles duquel desquels desquelles laquelle lequel lesquels lesquelles toutefois cependant "
            "néanmoins désormais naguère volontiers hélas envers travers gens mœurs vacances chaos gouverneure "
            "cheffe autrice députée ministre vice quasi anti mi ex hui primo rendez-vous vis-à-vis "
            "c'est-à-dire main-d'œuvre chef-d'œuvre peut-être mieux pire dos foi lois deçà delà séquence "
            "combien aucun aucune quelque jusqu ambassadrice t longtemps pourtant plupart dorénavant quiconque "
            "quelquefois auparavant jadis guère certes debout gratis aussitôt sitôt hormis nonobstant oui soi "
            "fiançailles funérailles ténèbres brièvement grièvement gentiment paix noix poids univers palais "
            "repas bras avis héros repos propos jus abus obus refus blocus malus terminus lapsus hiatus "
            "prospectus cursus sinus lotus tweet tweets tweeter smartphone smartphones start-up startup "
            "startups blog blogs blogueur résilience gouvernance décarbonation employabilité entrepreneuriat "
            "entrepreneurial coronavirus pangasius riziculture kg dong dongs km hanoïen hanoïens hanoïenne "
            "ananas gars euh boycott souris tapis legs puits os dis ongs newsletter réactualiser".split()
        ),
        abbreviations=frozenset(
            "mm mme mmes mlle mgr dr me pr prof gén cf etc ex art av bd boul chap éd env fig hab no nos op cit "
            "p pp st ste tél vol vs réf rem ann adj apr arr dép min max moy mio mrd mds sté cie ets janv févr "
            "avr juil sept oct nov déc lun mar mer jeu ven sam dim n".split()
        ),
        common="common.fr.txt",
    ),
    spelling=Spelling(
        letters="àâæçéèêëîïôœùûüÿ",
        wrong=(
            r"ç(?![aouôûâœ])|à.|(?<!^o)ù|ù.|[âê]$|[èê](?=[aeiouyàâéèêëîïôùû])|è$|é[èêàîôû]|[^aeouéi][ëïü]|^[ëïü]"
            r"|[eiouyàèêëïùü]â|[aeâôyù]ê|[aeâêëôù]è|[eiyàâéèêîôû]î|[aioâéèêôûi]ô|[iuyàâéèêîôûa]û|æ[aeiouéè]"
            r"|œ[aoéèê]|ÿ.|(.)\1\1"
        ),
        after_hyphen=frozenset(
            "je tu il elle on nous vous ils elles ce ci là y en t moi toi lui leur le la les même mêmes "
            "être dessus dessous delà vis après midi chef".split()
        ),
    ),
    agencies=("VNA", "VNP", "CVN", "AVI", "AFP", "AP", "Reuters", "Xinhua", "NDEL", "VOV", "ATS", "Belga", "APS"),
    stop_words=frozenset(
        "le la les un une des de du et à au aux en dans pour par sur avec sans sous ce cet cette ces "
        "qui que dont où son sa ses leur leurs il elle ils elles on nous vous se ne pas plus est sont "
        "été être a ont avoir avait avaient était étaient ou mais comme ainsi entre".split()
    ),
    elisions=("l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"),
)
