"""English."""

from tmkit.lang.base import GlueWords, Language, NumberWords, PageWords, Spelling, phrases

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
    page=PageWords(
        related=phrases(
            "related | related news | related articles | related article | related stories | "
            "related story | related posts | related post | related content | related topics | "
            "related links | related documents | see also | see more | read more | read also | "
            "also read | read next | read this next | up next | more news | more on this story | "
            "more on this topic | more on this | more stories | more from | more in | more articles | "
            "more | most read | most popular | most viewed | most shared | most commented | popular | "
            "popular now | popular posts | trending | trending now | latest | latest news | "
            "latest stories | latest articles | latest posts | recent posts | recent articles | "
            "recent news | recent comments | archives | hot news | breaking news | top stories | "
            "top news | other news | other stories | other articles | others | you may also like | "
            "you might also like | you may be interested in | you might be interested in | "
            "recommended | recommended for you | recommended stories | recommended reading | "
            "editors' picks | editor's picks | editor's choice | editors choice | don't miss | "
            "discover more | in case you missed it | from the archives | what to read next | "
            "keep reading | paid promotional links | sponsored links | promoted stories | "
            "around the web | next article | previous article | next story | previous release | "
            "next release | next post | previous post | next | previous | newer | older | "
            "post navigation | blogroll | featured | featured stories | in this section | "
            "also in this section | explore more | view more | show more | load more | view all | "
            "other languages | see all | must read | further reading | useful links | news feed | "
            "similar stories | similar articles | in other news | next read | quick links"
        ),
        comments=phrases(
            "comments | comment | reader's comments | readers' comments | reader comments | "
            "your comment | your comments | post a comment | leave a comment | leave a reply | "
            "leave a reply cancel reply | add a comment | add comment | write a comment | "
            "join the conversation | join the discussion | thoughts on | thought on | responses to | "
            "response to | read comments | view comments | show comments | have your say | "
            "read all comments | discussion | log in to comment | sign in to comment | no comments | "
            "no comments yet | be the first to comment | feedback | what do you think | user comments"
        ),
        comment_marks=phrases(
            "reply | like | says | said | report abuse | days ago | hours ago | minutes ago"
        ),
        tags=phrases(
            "tags | tag | keywords | key words | topics | filed under | tagged | categories | "
            "category | posted in | labels | subjects"
        ),
        share=phrases(
            "share | shares | share this | share this article | share this story | share this post | "
            "share this content in | share this content | share this page | share on | "
            "share on facebook | share on twitter | tweet | facebook | twitter | x | whatsapp | "
            "telegram | linkedin | pinterest | reddit | messenger | email | e-mail | email this | "
            "mail to friends | print | print this | print article | save | save article | copy link | "
            "link copied | listen | listen to this article | text size | font size | font | bookmark | "
            "follow | follow us | follow us on google news | give this article | gift this article | "
            "like this | loading | like loading | back to top | top | scroll to top | send | submit | "
            "close | icon | icon-zalo | pdf | download | subscribe | unfollow | send feedback | send to a friend | "
            "send this | resize text | reprints | like | instagram | youtube | tiktok | rss | "
            "click to share on twitter | click to share on facebook | opens in new window | "
            "slideshow | listen to article | viber | line | copy"
        ),
        navigation=phrases(
            "home | home page | homepage | news | politics | society | business | economy | sports | "
            "sport | culture | travel | world | asia | opinion | opinions | editorial | health | "
            "science | technology | tech | environment | education | life | lifestyle | "
            "entertainment | videos | video | photos | photo | multimedia | markets | menu | "
            "sections | search | log in | login | log out | sign in | sign out | sign up | register | "
            "subscribe | my account | account | skip to main content | skip to content | "
            "skip ribbon commands | skip to navigation | turn on more accessible mode | "
            "turn off more accessible mode | toggle navigation | toggle menu | main menu | about | "
            "about us | about asean | what we do | who we work with | our communities | contact | "
            "contact us | site map | sitemap | faq | help | privacy policy | terms of use | "
            "terms of service | terms and conditions | terms & conditions | cookie policy | "
            "accessibility | careers | advertise | advertise with us | newsletters | newsletter | "
            "live tv | live | e-paper | epaper | press office | press releases | newsroom | events | "
            "publications | regions | sectors | topics | resources | documents | government portal | "
            "prime minister | cabinet | policies | general | thailand | vietnam | viet nam | asean | "
            "u.s. | us | uk | europe | africa | americas | asia pacific | international | national | "
            "local | weather | english | francais | tieng viet | jobs | hot | magazine | blogs | "
            "podcasts | graphics | infographics | send | name | you are here | here's how you know | "
            "an official website of the | edition | settings | accept all | accept cookies | "
            "reject all | manage cookies | i agree | ok | cancel | go | view our policies at | "
            "social security | migrant workers | image"
        ),
        advert=phrases(
            "advertisement | advertisements | adv | ad | ads | sponsored | sponsored content | "
            "advertising | story continues below advertisement | article continues below | "
            "continue reading the main story | continue reading | paid post | promoted | "
            "supported by | scroll to continue"
        ),
        legal=phrases(
            "all rights reserved | copyright | terms of service | privacy policy | terms of use | "
            "powered by wordpress | powered by | our standards | editor-in-chief | licence no | "
            "license no | may not be reproduced | opens in new window | all quotes delayed | "
            "please credit and share | view our policies | do you like the content | "
            "bookmark the permalink | appears in print on | "
            "an official website of the"
        ),
        signup=phrases(
            "sign up for | sign up to | subscribe to our | subscribe now | subscribe for | "
            "subscribe to the | your inbox | we use cookies | this site uses cookies | "
            "this website uses cookies | uses cookies | use of cookies | "
            "email address will not be published | required fields are marked | follow us on | "
            "download our app | join our telegram | get the latest | already a subscriber | "
            "register for free | for further information please contact | "
            "for more information, please contact | for more information please contact | "
            "for further information, please contact | for media inquiries"
        ),
        contact=phrases(
            "hotline | tel | telephone | phone | email | e-mail | fax | address | contact | contacts | "
            "media contact | press contact | website | name"
        ),
        credits_by=phrases("photo by | photos by | image by | picture by | courtesy of | photo courtesy of | photograph by"),
        illustration=phrases(
            "illustrative image | illustrative photo | illustration photo | illustration image | "
            "photo for illustration | file photo | photo | image | illustration | caption | "
            "in this photo | in this file photo | pictured"
        ),
        authors=phrases(
            "by | written by | story by | text by | reporting by | reported by | editing by | "
            "edited by | compiled by | translated by | posted by | author | authors | writer | "
            "additional reporting by | words by | interview by | from our correspondent | source"
        ),
        author_tails=phrases(
            "compiled | translated | edited | reporting"
        ),
        sources=phrases(
            "source | sources | via | courtesy of | newspaper section"
        ),
        published=phrases(
            "published | published on | published at | posted | posted on | posted at | "
            "first published | release date | for immediate release | press release | date | "
            "publish date | published date | news release | issued | created | date published | "
            "publication date"
        ),
        updated=phrases(
            "updated | last updated | updated on | updated at | last modified | last update | "
            "modified | last updated on"
        ),
        date_words=phrases(
            "at | on | am | pm | a.m. | p.m. | et | est | edt | gmt | utc | ict | local time | "
            "monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tue | tues | "
            "wed | thu | thurs | fri | sat | sun | the | of | years ago | news | press release | "
            "article | ago | year | hanoi | bangkok time | hkt | sgt"
        ),
        counters=phrases(
            "views | view | shares | comments | min read | minute read | minutes read | mins read | "
            "reading time | read time | estimated reading time | reads | likes | images | hits | visits | slideshow"
        ),
        past=phrases("was | were | had | held | took place | since | adopted | launched | ago | last"),
        future=phrases("will | would | planned | scheduled | upcoming | expected | next"),
        credits=phrases(
            "photo | photos | photo credit | credit | credits | image | image credit | picture | "
            "pictures | illustration | photograph | graphic | file photo | video | source"
        ),
    ),
    glue=GlueWords(
        function=frozenset(
            "the a an of to in and for on at by with from as that this these those is are was were be been being "
            "has have had it its their they them he him his she her which who whom whose what will would shall "
            "should could can cannot may might must said not or but also into about than then we us you your our "
            "all both each every any more most many much such under over between through during against before "
            "after other others another some only new two three four five six seven eight nine ten when where "
            "while if so up out off until since among because however there here very well per does did do "
            "how within without towards toward upon across along despite although though whether "
            "my me too just now why still again yet never always often almost already also even only am "
            "own same few less least many once twice half last next soon later today yesterday tomorrow "
            "I no myself themselves himself herself itself nearly around behind beyond within onto off outside inside near like".split()
        ),
        weak_heads=frozenset(
            "a an in on over under after up out off as so at be by or we he may can are new through per "
            "well do her it us no is along me even half like less outside inside near around behind ever "
            "fore soon just once am".split()
        ),
        weak_tails=frozenset(
            "a an in on or is as at it its some over about are can but not has had up out off all here "
            "there under by so he her him us we do did if ten may more most well through be per any age "
            "ever being where how wide me my now yet like less least last own same half even still just "
            "near around once inside outside am few often soon she".split()
        ),
        bound=tuple(
            "un non pre post anti multi micro macro mega mini inter intra trans sub super semi counter co de "
            "dis mis re bio eco geo cyber neo pseudo hyper ultra tele photo electro socio psycho agro auto mono "
            "poly bi tri quasi thermo hydro radio neuro cardio nano proto para ex techno ethno euro afro "
            "indo sino anglo franco petro aero aqua infra supra retro mid fore im il ir "
            "en em ante arch demi homo hetero kilo milli omni pan physio immuno onco narco".split()
        ),
        endings=frozenset(
            "able ably ible ship ships less like wise ware wares men man woman women work works worker workers "
            "ness nesses hood hoods ment ments ability some way ways free time times line lines land lands "
            "back backs down head heads house houses room rooms side sides book books bird birds fish wood "
            "woods weed weeds berry stone stones town towns ville field fields ford bridge burn ball balls "
            "boat boats box cake cakes cast casting craft crafts force form forms gate gates gram graph grass "
            "hand hands holder holders keeper keepers maker makers making light lights load mark marks master "
            "monger mate mates meter meters metre over page pages paper papers piece pieces place places plant "
            "play player players point points proof right rights road roads root runner running seller setter "
            "shop shops skin space stick stock stocks storm stream table tables tail ting ling king kings ring "
            "ranging rise tight tion tions top tops type types wall walls ward wards watch water waters wear "
            "wife word words worth worthy writer yard yards year years bill bills fall falls fire fires "
            "folk gold good goods hold holding long lock locks looking mill mills mind minded mining most path "
            "paths pool post posts rest rate rated rates ride rider sense shed shot sick speak stand standing "
            "step steps stop street style teller tender test tests throw tide tied tone tones trap under wind "
            "wing wings wire care cares power powers scape scapes tech ground grounds coin coins crash cams cam "
            "fest funding sourcing going goer goers bound burger pack packs pad pads pod pods port ports "
            "share shares site sites source sources speed strap sheet shift spot team trip life lives".split()
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
        extra=frozenset("her pm o'clock online website websites email internet policymaker policymakers "
            "policymaking peacebuilding peacekeeping livestream wellbeing dashcam lockdown lockdowns".split()),
        junk=frozenset("forthe abit abye innew atwo areally beseen".split()),
        abbreviations=frozenset(
            "mr mrs ms dr prof gen sen gov rep rev hon st mt no nos vs etc inc ltd co corp jr sr jan feb mar "
            "apr jun jul aug sept sep oct nov dec dept est approx fig figs vol op ed eds ave blvd rd lt col "
            "capt sgt maj cmdr messrs mme art sec ch pp p al ca cf eg ie mon tue tues wed thu thur thurs fri "
            "sat sun min max univ assn bros ph".split()
        ),
        compounds=True,
        common="common.en.txt",
    ),
    spelling=Spelling(letters="éèêçïëôöñáíóúâîûü", wrong=r"(.)\1\1", after_hyphen=frozenset("based term level wide up off out in to".split())),
    agencies=tuple(
        "VNA VNP VNS VOV NDO SGGP AFP AP Reuters UPI Xinhua Bernama BERNAMA ANTARA TNA PNA KPL AKP MNA CNA".split()
    ),
    stop_words=frozenset(
        "the a an of to in and for on at by with from as that this these those is are was were be been "
        "has have had it its their they he she his her which who will would said not or but also into "
        "about than".split()
    ),
)
