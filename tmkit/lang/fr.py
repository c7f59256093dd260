"""French."""

from tmkit.lang.base import (
    ContextWords,
    DictionaryWords,
    HeadingWords,
    Inflection,
    Language,
    NumberWords,
    Spelling,
    TermWords,
    phrases,
)
from tmkit.lang.glue_fr import GLUE
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
    glue=GLUE,
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
        complements=frozenset({"de", "du", "des", "d"}),
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
