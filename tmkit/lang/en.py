"""English."""

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
from tmkit.lang.page_en import PAGE

EN = Language(
    code="en",
    name="English",
    native="English",
    srx="en.srx",
    verbosity=1.0,
    numbers=NumberWords(
        decimal=".",
        groups=",\u00a0\u202f",
        months=(
            ("january", 1),
            ("jan", 1),
            ("february", 2),
            ("feb", 2),
            ("march", 3),
            ("mar", 3),
            ("april", 4),
            ("apr", 4),
            ("may", 5),
            ("june", 6),
            ("jun", 6),
            ("july", 7),
            ("jul", 7),
            ("august", 8),
            ("aug", 8),
            ("september", 9),
            ("sept", 9),
            ("sep", 9),
            ("october", 10),
            ("oct", 10),
            ("november", 11),
            ("nov", 11),
            ("december", 12),
            ("dec", 12),
        ),
        weekdays=(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        ),
        magnitudes=(
            ("thousand", 10**3),
            ("million", 10**6),
            ("billion", 10**9),
            ("trillion", 10**12),
            ("bn", 10**9),
        ),
        cardinals=(
            ("one", 1),
            ("two", 2),
            ("three", 3),
            ("four", 4),
            ("five", 5),
            ("six", 6),
            ("seven", 7),
            ("eight", 8),
            ("nine", 9),
            ("ten", 10),
            ("eleven", 11),
            ("twelve", 12),
            ("thirteen", 13),
            ("fourteen", 14),
            ("fifteen", 15),
            ("sixteen", 16),
            ("seventeen", 17),
            ("eighteen", 18),
            ("nineteen", 19),
            ("twenty", 20),
            ("thirty", 30),
            ("forty", 40),
            ("fifty", 50),
            ("sixty", 60),
            ("seventy", 70),
            ("eighty", 80),
            ("ninety", 90),
            ("hundred", 100),
        ),
        percent=("percent", "per cent"),
        joiners=("and",),
        uncertain=frozenset({"one"}),
    ),
    page=PAGE,
    glue=GlueWords(
        function=frozenset(
            "the a an of to in and for on at by with from as that this these those is are was were be "
            "been being has have had it its their they them he him his she her which who whom whose "
            "what will would shall should could can cannot may might must said not or but also into "
            "about than then we us you your our all both each every any more most many much such under "
            "over between through during against before after other others another some only new two "
            "three four five six seven eight nine ten when where while if so up out off until since "
            "among because however there here very well per does did do how within without towards "
            "toward upon across along despite although though whether my me too just now why still "
            "again yet never always often almost already even am own same few less least once twice "
            "half last next soon later today yesterday tomorrow I no myself themselves himself herself "
            "itself nearly around behind beyond onto outside inside near like".split()
        ),
        weak_heads=frozenset(
            "there here where i a an in on over under after up out off as so at be by or we he may can are new through "
            "per well do her it us no is along me even half like less outside inside near around behind "
            "ever fore soon just once am".split()
        ),
        weak_tails=frozenset(
            "a an in on or is as at it its some over about are can but not has had up out off all here "
            "there under by so he her him us we do did if ten may more most well through be per any age "
            "ever being where wide me my now yet like less least last own same half even still just "
            "near around once inside outside am few often soon she".split()
        ),
        bound=tuple(
            "un non pre post anti multi micro macro mega mini inter intra trans sub super semi counter "
            "co de dis mis re bio eco geo cyber neo pseudo hyper ultra tele photo electro socio psycho "
            "agro auto mono poly bi tri quasi thermo hydro radio neuro cardio nano proto para ex techno "
            "ethno euro afro indo sino anglo franco petro aero aqua infra supra retro mid fore im il ir "
            "en em ante arch demi homo hetero kilo milli omni pan physio immuno onco narco".split()
        ),
        endings=frozenset(
            "able ably ible ship ships less like wise ware wares men man woman women work works worker "
            "workers ness nesses hood hoods ment ments ability some way ways free time times line lines "
            "land lands back backs down head heads house houses room rooms side sides book books bird "
            "birds fish wood woods weed weeds berry stone stones town towns ville field fields ford "
            "bridge burn ball balls boat boats box cake cakes cast casting craft crafts force form "
            "forms gate gates gram graph grass hand hands holder holders keeper keepers maker makers "
            "making light lights load mark marks master monger mate mates meter meters metre over page "
            "pages paper papers piece pieces place places plant play player players point points proof "
            "right rights road roads root runner running seller setter shop shops skin space stick "
            "stock stocks storm stream table tables tail ting ling king kings ring ranging rise tight "
            "tion tions top tops type types wall walls ward wards watch water waters wear wife word "
            "words worth worthy writer yard yards year years bill bills fall falls fire fires folk gold "
            "good goods hold holding long lock locks looking mill mills mind minded mining most path "
            "paths pool post posts rest rate rated rates ride rider sense shed shot sick speak stand "
            "standing step steps stop street style teller tender test tests throw tide tied tone tones "
            "trap under wind wing wings wire care cares power powers scape scapes tech ground grounds "
            "coin coins crash cams cam fest funding sourcing going goer goers bound burger pack packs "
            "pad pads pod pods port ports share shares site sites source sources speed strap sheet "
            "shift spot team trip life lives".split()
        ),
        derivations=(
            ("s", ("",)),
            ("es", ("",)),
            ("ies", ("y",)),
            ("ed", ("", "e")),
            ("ied", ("y",)),
            ("ing", ("", "e")),
            ("ings", ("", "e")),
            ("er", ("", "e")),
            ("ers", ("", "e")),
            ("or", ("e",)),
            ("ors", ("e",)),
            ("ly", ("", "le")),
            ("ily", ("y",)),
            ("ally", ("al", "")),
            ("ness", ("",)),
            ("iness", ("y",)),
            ("less", ("",)),
            ("able", ("", "e")),
            ("ible", ("", "e")),
            ("ably", ("", "e")),
            ("ability", ("able", "", "e")),
            ("ibility", ("ible",)),
            ("ship", ("",)),
            ("ships", ("",)),
            ("hood", ("",)),
            ("hoods", ("",)),
            ("ment", ("", "e")),
            ("ments", ("", "e")),
            ("wise", ("",)),
            ("ful", ("",)),
            ("ish", ("", "e")),
            ("ism", ("", "e")),
            ("isms", ("", "e")),
            ("ist", ("", "e", "y")),
            ("ists", ("", "e", "y")),
            ("ize", ("", "e", "y")),
            ("ise", ("", "e", "y")),
            ("ized", ("", "e", "y", "ize")),
            ("ised", ("", "e", "y", "ise")),
            ("izing", ("", "e", "y", "ize")),
            ("ising", ("", "e", "y", "ise")),
            ("ization", ("", "e", "y", "ize")),
            ("isation", ("", "e", "y", "ise", "ize")),
            ("isations", ("", "e", "ise", "ize")),
            ("ation", ("e", "", "ate")),
            ("ations", ("e", "", "ate")),
            ("ity", ("", "e")),
            ("ities", ("", "e")),
            ("ian", ("", "e", "y")),
            ("ians", ("", "e", "y")),
            ("al", ("", "e")),
            ("ic", ("", "e", "y")),
            ("ical", ("", "e", "y", "ic")),
            ("y", ("", "e")),
            ("dom", ("",)),
            ("fold", ("",)),
        ),
        clitics=frozenset(("s", "t", "re", "ve", "ll", "d", "m")),
        extra=frozenset(
            "her pm o'clock online website websites email internet policymaker policymakers "
            "policymaking peacebuilding peacekeeping livestream wellbeing dashcam lockdown lockdowns".split()
        ),
        junk=frozenset("forthe abit abye innew atwo areally beseen inorder inbuilding inbuild outpiece".split()),
        abbreviations=frozenset(
            "mr mrs ms dr prof gen sen gov rep rev hon st mt no nos vs etc inc ltd co corp jr sr jan "
            "feb mar apr jun jul aug sept sep oct nov dec dept est approx fig figs vol op ed eds ave "
            "blvd rd lt col capt sgt maj cmdr messrs mme art sec ch pp p al ca cf eg ie mon tue tues "
            "wed thu thur thurs fri sat sun min max univ assn bros ph".split()
        ),
        phrases=frozenset(("there is", "as he", "was he", "is he")),
        after_plural=frozenset(("and", "have", "on", "can", "at", "would", "will")),
        ordinals=("st", "nd", "rd", "th"),
        compounds=True,
        common="common.en.txt",
    ),
    headings=HeadingWords(
        languages=(("en", ("eng",)),),
        kinds=(
            ("term", phrases("term|terms|word|expression|entry term|name")),
            ("preferred", phrases("preferred|preferred term|preferred terms|main term|recommended|approved term")),
            ("admitted", phrases("admitted|admitted term|admitted terms|synonym|synonyms|variant|variants")),
            ("deprecated", phrases("deprecated|deprecated term|deprecated terms|obsolete|avoid|not recommended")),
            ("forbidden", phrases("forbidden|forbidden term|forbidden terms|do not use|prohibited|banned")),
            ("definition", phrases("definition|definitions|meaning|explanation")),
            ("note", phrases("note|notes|comment|comments|remark|remarks|usage note")),
            ("domain", phrases("domain|subject|subject field|field|topic")),
            ("status", phrases("status|state")),
            ("related", phrases("related|see also|related concepts|related terms|cross-references")),
            ("id", phrases("id|concept id|entry id|concept|entry|identifier")),
            ("number", phrases("no|no.|nr|number|#|s/n|item")),
            ("source", phrases("source|source term|source language|source text")),
            ("target", phrases("target|target term|target language|target text|translation")),
            ("valid_from", phrases("valid_from|valid from")),
            ("valid_to", phrases("valid_to|valid to|valid until")),
            ("replaced_by", phrases("replaced_by|replaced by")),
        ),
        fillers=frozenset({"in", "of", "the", "for", "language"}),
    ),
    dictionary=DictionaryWords(
        labels=phrases(
            "noun|proper noun|verb|transitive verb|intransitive verb|auxiliary verb|phrasal verb|adjective|adverb|"
            "pronoun|preposition|conjunction|interjection|determiner|abbreviation|idiom|plural|singular|masculine|feminine"
        ),
        marks=phrases(
            "n|n.|v|v.|vt|vt.|vi.|v.t.|v.i.|adj|adj.|adv|adv.|prep|prep.|conj|conj.|pron|pron.|interj|interj.|abbr|abbr.|"
            "pl|pl.|sing.|masc|masc.|fem|fem.|sg|sg.|num.|art.|det."
        ),
        references=phrases("see|see also|cf|synonym|synonyms|antonym|antonyms|related"),
        particle="to",
    ),
    spelling=Spelling(
        letters="éèêçïëôöñáíóúâîûü",
        wrong=r"(.)\1\1",
        after_hyphen=frozenset("based term level wide up off out in to".split()),
    ),
    terms=TermWords(
        inner=frozenset("of the for in and on to with from by against at a an without under between".split()),
        never_first=frozenset(
            "said says say told according including included nearly around about just later earlier yesterday "
            "today tomorrow monday tuesday wednesday thursday friday saturday sunday make makes made take takes "
            "took give gives gave get gets got help helps helped need needs needed receive receives received "
            "remain remains become becomes became called calls calling stressed noted added affirmed "
            "highlighted announced reported set sets held hold holds many several various further however also "
            "total aims aimed attended attend expected provide provides provided providing ensure ensuring "
            "strengthen strengthening promote improve improving expand expanding reach reached rise rose "
            "launched organise organised organized continue continued mainly new joined join well last next "
            "first second third recent recently current currently together along away back good better best "
            "high higher low lower big small main towards toward despite based due thanks amid us dr mr mrs ms "
            "prof".split()
        ),
        never_last=frozenset(
            "said says say told according including nearly around about just later earlier yesterday today "
            "tomorrow make made take took give gave receive received remain become stressed noted added "
            "expected aims aimed provide provided ensure based due towards toward together along also however "
            "further many several various new well first second third last next recent current currently main "
            "mainly us up".split()
        ),
        alone=frozenset(
            "vnd dong dollar euro month year day week hour time times end half part way thing people country "
            "place number member rest point kind lot".split()
        ),
        phrases=phrases(
            "as well as|such as|so far|at least|up to|in addition|in particular|for example|at the same time|"
            "more than|less than|as part of|in terms|on behalf|in order|take part|taking part|took part"
        ),
    ),
    context=ContextWords(
        coordinators=frozenset({"and", "or", "nor", "as", "well", "&"}),
        former=phrases(
            "former|formerly|then|ex|merged|merger|defunct|predecessor|at the time|dissolved|previously|since renamed"
        ),
        until=phrases("by|until|till|up to|to|through|before|vision|towards|toward|target year"),
    ),
    inflection=Inflection(
        plurals=(
            ("man", ("men",)),
            ("is", ("es",)),
            *((ending, (ending + "es",)) for ending in ("s", "x", "z", "ch", "sh")),
            *((vowel + "y", ("ys",)) for vowel in "aeiou"),
            ("y", ("ies",)),
            ("fe", ("ves", "fes")),
            ("lf", ("lves",)),
            ("f", ("fs", "ves")),
            ("o", ("os", "oes")),
            ("", ("s",)),
        ),
        irregular=(
            ("child", "children"),
            ("person", "persons"),
            ("foot", "feet"),
            ("tooth", "teeth"),
            ("mouse", "mice"),
            ("crisis", "crises"),
            ("analysis", "analyses"),
            ("basis", "bases"),
            ("diagnosis", "diagnoses"),
            ("criterion", "criteria"),
            ("phenomenon", "phenomena"),
            ("memorandum", "memoranda"),
        ),
        spellings=(
            ("isation", "ization"),
            ("ise", "ize"),
            ("ised", "ized"),
            ("ising", "izing"),
            ("yse", "yze"),
            ("our", "or"),
            ("oured", "ored"),
            ("ourer", "orer"),
            ("programme", "program"),
            ("centre", "center"),
            ("defence", "defense"),
            ("licence", "license"),
            ("ageing", "aging"),
            ("travelling", "traveling"),
            ("enrolment", "enrollment"),
            ("fulfilment", "fulfillment"),
        ),
        possessive=r"['’]s(?![^\W_])",
    ),
    articles=("the", "a", "an"),
    courtesies=("thank", "thanks", "welcome", "hello", "good morning", "good evening", "goodbye", "congratulations"),
    agencies=tuple(
        "VNA VNP VNS VOV VOV.VN VOVworld VGP VnExpress NDO SGGP "
        "AFP AP Reuters UPI Xinhua Bernama BERNAMA ANTARA TNA PNA KPL AKP MNA CNA".split()
    ),
    stop_words=frozenset(
        (
            "the a an of to in and for on at by with from as that this these those is are was were be been "
            "being am has have had having do does did it its their they them he him his she her hers we us "
            "our you your i me my mine who whom whose which what when where why how if then than so not no "
            "nor or but also into onto about over under up down out off will would shall should can could "
            "may might must said there here more most much many few less least some any all each every both "
            "either neither other another such own same only just very too even still yet again once ever "
            "never always often while because since until before after during between among through against "
            "within without per via upon one ones himself herself itself themselves myself ourselves"
        ).split()
    ),
)
