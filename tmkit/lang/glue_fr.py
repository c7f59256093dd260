"""What the repair of glued words must know of French."""

from tmkit.lang.base import GlueWords

GLUE = GlueWords(
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
)
