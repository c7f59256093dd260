"""French."""

from tmkit.lang.base import (
    ContextWords,
    DictionaryWords,
    GlueWords,
    HeadingWords,
    Inflection,
    Language,
    NumberWords,
    Spelling,
    TermWords,
    phrases,
)
from tmkit.lang.page_fr import PAGE

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
    page=PAGE,
    glue=GlueWords(
        function=frozenset(
            "le la les un une des de du à au aux en dans pour par sur avec sans sous ce cet cette ces "
            "qui que quoi dont où son sa ses leur leurs mon ma mes ton ta tes notre nos votre vos il "
            "elle ils elles on nous vous lui eux se ne pas plus moins très est sont été être a ont "
            "avoir avait avaient était étaient sera seront serait peut peuvent doit doivent fait ou "
            "mais comme ainsi alors donc car puis entre et si lors chez vers depuis pendant selon afin "
            "tout tous toute toutes aussi même mêmes autre autres deux trois quatre cinq contre après "
            "avant chaque plusieurs quelques également toujours encore déjà ici y non bien mal celle "
            "ceux celles celui hors malgré parmi durant dès an ans cela ça je tu j me te moi soit fut "
            "furent ayant étant aura auront aurait auraient avons avez ai suis sommes pourra pourront "
            "pourrait pourraient devra devront devrait devraient peu cependant toutefois notamment "
            "jamais trop beaucoup rien quand lorsque puisque parce jusque aucun aucune quelque près "
            "loin six sept huit neuf dix onze douze quinze vingt trente cent mille dit va vont ensuite "
            "enfin surtout maintenant demain hier aujourd'hui environ ni dû pu vu eu".split()
        ),
        weak_heads=frozenset(
            "a y ta en sur contre par entre sous sans sa ou si on se ne plus moins non bien mal avant "
            "après tout mi ma mes ton mon hors eux car vers pas quoi an ans j je tu me te moi ai suis "
            "peu dit va soit loin près trop ça ni dû pu eu".split()
        ),
        weak_tails=frozenset(
            "a ont ne se ses on son sa la le que elle elles leur leurs en un une ce ces il ils "
            "tout fait chez pas mes tes ton ma ta si ou y vos nos mais eux est quoi mal non ans être an "
            "ai va dit te me tu je ça soit rien loin trop peu dix six onze cent mille j ni dû vu eu "
            "sont".split()
        ),
        bound=tuple(
            "socio micro macro mini maxi méga cyber multi anti auto co néo pré inter intra télé éco bio "
            "agro aéro hydro thermo électro photo radio géo psycho neuro cardio pluri poly mono bi tri "
            "trans ultra super hyper hypo post pro para péri extra archi semi demi quasi pseudo proto "
            "nano nucléo ré re dé dés dis in im mé més euro afro franco sino indo anglo narco techno "
            "ethno hétéro infra supra vidéo audio ciné moto physio rétro anté outre".split()
        ),
        endings=frozenset(
            "rait raient rions riez rais raie ras rons rez ront ions iez aient ait ais ment ments sage "
            "sages nage nages rage tage tages mage able ables table tables ible tion tions tour teur "
            "teurs trice age ages ance ances eux euse euses iste istes isme esque âmes âtes asse asses "
            "tasse rasse lisent liser liste listes listent lisation nées née tâtes rient rent nent tant "
            "tente tentes sent sente logie logue logues graphie graphe mètre mètres phone phones phonie "
            "phile philes phobe manie nomie scope culture cultures thérapie port ports gène gènes cide "
            "cides forme formes fère pède vore fiant fier fié fiée ième ièmes tons bots tropes trope "
            "type types plan plans lier lière liers lières rien riens riche lent lents lente lentes "
            "nier nière niers mental mentale mentales mentaux mentaire mentaires mentation".split()
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
            ("ien", ("e", "ie")),
            ("ienne", ("e", "ie")),
            ("ième", ("", "e")),
        ),
        extra=frozenset(
            "aujourd'hui quelqu'un quelqu'une prud'homme prud'hommes d'accord corps temps cas pays fois "
            "voix prix choix taux fonds cours succès accès procès décès progrès congrès processus "
            "consensus virus campus bonus forum web internet mail courriel bien-être plutôt bientôt "
            "jamais trop beaucoup peu tant près tôt tard dehors dessus dessous autrefois parfois "
            "partout pourquoi comment combien davantage notamment autrement presque puisque lorsque "
            "jusque quoique tandis quant auquel auxquels auxquelles duquel desquels desquelles laquelle "
            "lequel lesquels lesquelles toutefois cependant néanmoins désormais naguère volontiers "
            "hélas envers travers gens mœurs vacances chaos gouverneure cheffe autrice députée ministre "
            "vice quasi anti mi ex hui primo rendez-vous vis-à-vis c'est-à-dire main-d'œuvre "
            "chef-d'œuvre peut-être mieux pire dos foi lois deçà delà séquence aucun aucune quelque "
            "jusqu ambassadrice t longtemps pourtant plupart dorénavant quiconque quelquefois "
            "auparavant jadis guère certes debout gratis aussitôt sitôt hormis nonobstant oui soi "
            "fiançailles funérailles ténèbres brièvement grièvement gentiment paix noix poids univers "
            "palais repas bras avis héros repos propos jus abus obus refus blocus malus terminus lapsus "
            "hiatus prospectus cursus sinus lotus tweet tweets tweeter smartphone smartphones start-up "
            "startup startups blog blogs blogueur résilience gouvernance décarbonation employabilité "
            "entrepreneuriat entrepreneurial coronavirus pangasius riziculture kg dong dongs km hanoïen "
            "hanoïens hanoïenne ananas gars euh boycott souris tapis legs puits os dis ongs newsletter "
            "réactualiser".split()
        ),
        abbreviations=frozenset(
            "mm mme mmes mlle mgr dr me pr prof gén cf etc ex art av bd boul chap éd env fig hab no nos "
            "op cit p pp st ste tél vol vs réf rem ann adj apr arr dép min max moy mio mrd mds sté cie "
            "ets janv févr avr juil sept oct nov déc lun mar mer jeu ven sam dim n".split()
        ),
        phrases=frozenset(
            ("ils ont", "elles ont", "se sont", "ce sont", "alors que", "ils avaient", "elles avaient", "ne sont")
        ),
        after_plural=frozenset(("ont", "avaient", "auront", "aura", "auraient", "en")),
        ordinals=("e", "er", "re", "ème", "ième", "ᵉ", "nd", "nde"),
        common="common.fr.txt",
    ),
    headings=HeadingWords(
        languages=(("vi", ("vietnamienne", "viet")), ("fr", ("française", "fra", "fre")), ("en", ("anglaise", "angl"))),
        kinds=(
            ("term", phrases("terme|termes|mot|expression|dénomination|appellation")),
            ("preferred", phrases("privilégié|préféré|terme privilégié|terme préféré|terme retenu|vedette")),
            ("admitted", phrases("synonyme|synonymes|admis|terme admis|termes admis|variante|variantes|toléré")),
            ("deprecated", phrases("déconseillé|terme déconseillé|termes déconseillés|à éviter|vieilli")),
            ("forbidden", phrases("interdit|terme interdit|termes interdits|proscrit|terme proscrit|à proscrire")),
            ("definition", phrases("définition|définitions|sens|signification")),
            ("note", phrases("note|notes|remarque|remarques|commentaire|commentaires|observation|observations")),
            ("domain", phrases("domaine|sous-domaine|thème|sujet")),
            ("status", phrases("statut|état")),
            ("related", phrases("voir aussi|renvoi|renvois|termes liés|notions liées")),
            ("id", phrases("identifiant|identifiant de la notion|code")),
            ("number", phrases("n°|nº|numéro|numéro d'ordre")),
            ("source", phrases("source|langue source|terme source|texte source")),
            ("target", phrases("cible|langue cible|terme cible|traduction|équivalent")),
        ),
        fillers=frozenset({"en", "de", "du", "la", "le", "l", "d", "langue"}),
    ),
    dictionary=DictionaryWords(
        labels=phrases(
            "nom|nom masculin|nom féminin|nom propre|verbe|verbe transitif|verbe intransitif|verbe pronominal|adjectif|"
            "adverbe|pronom|préposition|conjonction|interjection|locution|locution verbale|masculin|féminin|pluriel|"
            "singulier|invariable"
        ),
        marks=phrases(
            "n.|nm|nm.|nf|nf.|n.m.|n.f.|n. m.|n. f.|s.m.|s.f.|v.|vt|vt.|vi.|v.t.|v.i.|v.tr.|v.intr.|v.pr.|adj|adj.|adv|"
            "adv.|prép|prép.|conj|conj.|pron|pron.|interj|interj.|loc.|inv.|masc|masc.|fém|fém.|sing.|plur.|m.|f.|"
            "pl.|mpl|fpl|m.pl.|f.pl."
        ),
        references=phrases("voir|voir aussi|cf|syn|synonyme|synonymes|antonyme|antonymes"),
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
    terms=TermWords(
        inner=frozenset("d l du de des la le les à au aux en et pour par sur sans avec contre un une entre".split()),
        never_first=frozenset(
            "près environ fin début ensuite surtout notamment également hier lundi mardi mercredi jeudi "
            "vendredi samedi dimanche mis mise doit doivent peut peuvent devra devrait pourra pourrait permet "
            "permettra souligné rappelé indiqué déclaré estimé affirmé ajouté annoncé précisé noté dit fait "
            "font va vont faire pouvoir devoir avoir être grâce lieu partir nombreux nombreuse nouveau nouvelle "
            "nouvel grand grande premier première dernier dernière prochain prochaine principal principale "
            "total totale actuellement bien mieux afin ville nom cadre matière cours lors dont".split()
        )
        - frozenset({"ville", "bien", "cadre", "matière", "premier", "première", "grand", "grande", "nouveau"}),
        never_last=frozenset(
            "près environ ensuite surtout notamment également hier permet doit peut dit fait font grâce bien "
            "selon doivent peuvent afin indiqué souligné déclaré rappelé ajouté précisé chargé destiné destinée "
            "nombreux nombreuse dont lieu devrait pourrait comme".split()
        ),
        phrases=phrases(
            "en outre|par ailleurs|en particulier|en effet|en matière|afin|lors|au cours|au sein|dans le cadre|"
            "mettre en œuvre|mise en place|ainsi que|en cours|en faveur|en vue|en tant|prendre en|tenir compte|"
            "aux côtés|à partir|en présence|par exemple|au moins|au plus|en moyenne|en cas|compte tenu|face"
        ),
        before_nouns=frozenset(
            "l d le la les un une des de du au aux en ce cet cette ces son sa ses leur leurs notre nos votre "
            "vos chaque quelque quelques plusieurs sans par pour sur avec tout toute tous toutes aucun aucune "
            "certains certaines deux trois quatre cinq dix cent mille".split()
        ),
        alone=frozenset(
            "dông đồng dollar euro mois année an jour semaine heure fois moitié plupart part côté abord ici "
            "beaucoup pays personne chose manière façon besoin suite reste point".split()
        ),
        infinitives=(("er", "é"), ("ir", "i"), ("re", "ra"), ("oir", "oira")),
    ),
    context=ContextWords(
        coordinators=frozenset({"et", "ou", "ainsi", "que", "comme", "ni"}),
        former=phrases(
            "ancien|ancienne|anciens|anciennes|ex|alors|autrefois|fusionné|fusionnée|fusion|à l'époque|d'alors|dissous"
        ),
        until=phrases("d'ici|d'ici à|d'ici l'an|jusqu'en|jusqu'à|à l'horizon|horizon|avant|période|vision|en vue de"),
        modifies=True,
    ),
    other_words=tuple(
        f"{aged} {limit} 0" for aged in ("âgé", "âgée", "âgés", "âgées") for limit in ("de", "de plus de", "d'au moins")
    ),
    inflection=Inflection(
        plurals=(
            *((ending, (ending,)) for ending in "sxz"),
            ("al", ("aux", "als")),
            ("ail", ("aux", "ails")),
            ("au", ("aux",)),
            ("eu", ("eux", "eus")),
            ("ou", ("ous", "oux")),
            ("", ("s",)),
        ),
        genders=(
            ("teur", ("trice", "teuse")),
            ("eur", ("euse", "eure")),
            ("eux", ("euse",)),
            ("if", ("ive",)),
            ("ien", ("ienne",)),
            ("en", ("enne",)),
            ("el", ("elle",)),
            ("eil", ("eille",)),
            ("er", ("ère",)),
            ("et", ("ète", "ette")),
            ("on", ("onne",)),
            ("c", ("che", "que")),
            ("g", ("gue",)),
            ("e", ()),
            ("", ("e",)),
        ),
        irregular=(("œil", "yeux"), ("aïeul", "aïeux"), ("monsieur", "messieurs"), ("madame", "mesdames")),
        infinitives=("er", "ir", "re", "oir"),
    ),
    courtesies=("merci", "remercie", "remercions", "bonjour", "bonsoir", "bienvenue", "au revoir", "félicitations"),
    agencies=(
        "VNA",
        "VNP",
        "VGP",
        "CVN",
        "AVI",
        "AFP",
        "AP",
        "Reuters",
        "Xinhua",
        "NDEL",
        "VOV",
        "ATS",
        "Belga",
        "APS",
    ),
    stop_words=frozenset(
        (
            "le la les un une des de du et à au aux en dans pour par sur avec sans sous vers chez entre ce "
            "cet cette ces cela ceci ça celui celle ceux celles qui que quoi dont où lequel laquelle "
            "lesquels lesquelles son sa ses mon ma mes ton ta tes notre nos votre vos leur leurs il elle ils "
            "elles on nous vous je tu me te se lui moi toi eux y ne pas plus moins très peu trop aussi ainsi "
            "encore déjà toujours jamais souvent est sont été être étant suis es sommes êtes a ai as avons "
            "avez ont avoir ayant eu avait avaient aura auront aurait auraient était étaient sera seront "
            "serait seraient soit fut furent ou ni mais or car donc comme si quand lorsque puisque parce "
            "afin alors puis même mêmes autre autres tout toute tous toutes chaque quelque quelques "
            "plusieurs certains certaines tel telle tels telles aucun aucune avant après depuis pendant "
            "durant selon malgré contre jusque hors dès lors ci là"
        ).split()
    ),
    articles=("le", "la", "les", "un", "une", "des", "du"),
    elisions=("l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"),
)
