"""What the furniture of English news pages says."""

from tmkit.lang.base import PageWords, phrases

PAGE = PageWords(
    related=phrases(
        "more like this | what's next | trending stories | our picks | in pictures | "
        "topics in this article | show all | latest from | you may like | people also read | also of interest | "
        "top reads | best of | in depth | see more stories | more in this section | past stories on this issue | "
        "read the full story | watch more | listen now | watch now | newest | featured articles | latest updates | "
        "our latest news | related reading | related coverage | related | related news | related articles | "
        "related article | related stories | related story | related posts | related post | related content | "
        "related topics | related links | related documents | see also | see more | read more | read also | "
        "also read | read next | read this next | up next | more news | more on this story | more on this topic | "
        "more on this | more stories | more from | more in | more articles | more | most read | most popular | "
        "most viewed | most shared | most commented | popular | popular now | popular posts | trending | "
        "trending now | latest | latest news | latest stories | latest articles | latest posts | recent posts | "
        "recent articles | recent news | recent comments | archives | hot news | breaking news | top stories | "
        "top news | other news | other stories | other articles | others | you may also like | "
        "you might also like | you may be interested in | you might be interested in | recommended | "
        "recommended for you | recommended stories | recommended reading | editors' picks | editor's picks | "
        "editor's choice | editors choice | don't miss | discover more | in case you missed it | "
        "from the archives | what to read next | keep reading | paid promotional links | sponsored links | "
        "promoted stories | around the web | next article | previous article | next story | previous release | "
        "next release | next post | previous post | next | previous | newer | older | post navigation | blogroll | "
        "featured | featured stories | in this section | also in this section | explore more | view more | "
        "show more | load more | view all | other languages | see all | must read | further reading | "
        "useful links | news feed | similar stories | similar articles | in other news | next read | quick links"
    ),
    comments=phrases(
        "popular in the community | start the conversation | sort by | newest first | comments are closed | "
        "comments are off | post comment | submit comment | view all comments | comments | comment | "
        "reader's comments | readers' comments | reader comments | your comment | your comments | post a comment | "
        "leave a comment | leave a reply | leave a reply cancel reply | add a comment | add comment | "
        "write a comment | join the conversation | join the discussion | thoughts on | thought on | responses to | "
        "response to | read comments | view comments | show comments | have your say | read all comments | "
        "discussion | log in to comment | sign in to comment | no comments | no comments yet | "
        "be the first to comment | feedback | what do you think | user comments"
    ),
    comment_marks=phrases("reply | like | says | said | report abuse | days ago | hours ago | minutes ago"),
    tags=phrases(
        "tags | tag | keywords | key words | topics | filed under | tagged | categories | category | posted in | "
        "labels | subjects"
    ),
    share=phrases(
        "play | pause | mute | volume | fullscreen | republish this article | republish | cite this | "
        "download pdf | contact the author | about the author | expand | collapse | copy the link | link | embed | "
        "translate | report | flag | upvote | read aloud | listen to the story | add to favourites | "
        "add to favorites | read later | share | shares | share this | share this article | share this story | "
        "share this post | share this content in | share this content | share this page | share on | "
        "share on facebook | share on twitter | tweet | facebook | twitter | x | whatsapp | telegram | linkedin | "
        "pinterest | reddit | messenger | email | e-mail | email this | mail to friends | print | print this | "
        "print article | save | save article | copy link | link copied | listen | listen to this article | "
        "text size | font size | font | bookmark | follow | follow us | follow us on google news | "
        "give this article | gift this article | like this | loading | like loading | back to top | top | "
        "scroll to top | send | submit | close | icon | icon-zalo | pdf | download | subscribe | unfollow | "
        "send feedback | report it to us | thank you for your report | found a mistake in this article | "
        "report an error | change size | send to a friend | send this | resize text | reprints | like | "
        "instagram | youtube | tiktok | rss | click to share on twitter | click to share on facebook | "
        "opens in new window | slideshow | listen to article | viber | line | copy"
    ),
    navigation=phrases(
        "watch live | just in | in depth | my news | create account | my profile | classifieds | horoscopes | "
        "games | crosswords | puzzles | real estate | autos | cars | food | style | fashion | arts | books | "
        "music | movies | tv | features | columns | columnists | analysis | investigations | data | projects | "
        "partners | donate | donate now | get involved | take action | media centre | media center | who we are | "
        "where we work | our work | why us | how we work | themes | countries | statistics | databases | "
        "learning | languages | all sections | all topics | follow us | apps | today's paper | print edition | "
        "epapers | obituaries | law | labour | labor | health care | development | tourism | agriculture | expat | "
        "property | southeast asia | cambodia | laos | myanmar | indonesia | philippines | malaysia | singapore | "
        "brunei | home | home page | homepage | news | politics | society | business | economy | sports | sport | "
        "culture | travel | world | asia | opinion | opinions | editorial | health | science | technology | tech | "
        "environment | education | life | lifestyle | entertainment | videos | video | photos | photo | "
        "multimedia | markets | menu | sections | search | log in | login | log out | sign in | sign out | "
        "sign up | register | subscribe | my account | account | skip to main content | skip to content | "
        "skip ribbon commands | skip to navigation | turn on more accessible mode | "
        "turn off more accessible mode | toggle navigation | toggle menu | main menu | about | about us | "
        "about asean | what we do | who we work with | our communities | contact | contact us | site map | "
        "sitemap | faq | help | privacy policy | terms of use | terms of service | terms and conditions | "
        "terms & conditions | cookie policy | accessibility | careers | advertise | advertise with us | "
        "newsletters | newsletter | live tv | live | e-paper | epaper | press office | press releases | newsroom | "
        "events | publications | regions | sectors | topics | resources | documents | government portal | "
        "prime minister | cabinet | policies | general | thailand | vietnam | viet nam | asean | u.s. | us | uk | "
        "europe | africa | americas | asia pacific | international | national | local | weather | english | "
        "francais | tieng viet | jobs | hot | magazine | blogs | podcasts | graphics | infographics | send | "
        "name | you are here | here's how you know | an official website of the | edition | settings | "
        "accept all | accept cookies | reject all | manage cookies | i agree | ok | cancel | go | "
        "view our policies at | social security | migrant workers | image"
    ),
    advert=phrases(
        "advertisement | advertisements | adv | ad | ads | sponsored | sponsored content | advertising | "
        "story continues below advertisement | article continues below | continue reading the main story | "
        "continue reading | paid post | promoted | supported by | scroll to continue"
    ),
    legal=phrases(
        "all rights reserved | copyright | terms of service | privacy policy | terms of use | "
        "powered by wordpress | powered by | our standards | editor-in-chief | licence no | license no | "
        "may not be reproduced | opens in new window | all quotes delayed | please credit and share | "
        "view our policies | do you like the content | donate now | support our work | make a donation | "
        "bookmark the permalink | appears in print on | an official website of the"
    ),
    signup=phrases(
        "enter your email | keep me updated | free articles left | articles remaining | thanks for reading | "
        "support independent journalism | delivered to your inbox | by signing up | by subscribing | "
        "you can unsubscribe | unsubscribe at any time | create a free account | become a member | "
        "start your free trial | cancel anytime | notify me of | proudly powered by | blog at wordpress | "
        "sign up for | sign up to | subscribe to our | subscribe now | subscribe for | subscribe to the | "
        "your inbox | value your privacy | such as cookies | personalised ads | personalized ads | click here | "
        "to read full story | we use cookies | this site uses cookies | this website uses cookies | uses cookies | "
        "use of cookies | email address will not be published | required fields are marked | follow us on | "
        "download our app | join our telegram | get the latest | already a subscriber | register for free | "
        "for further information please contact | for more information, please contact | "
        "for more information please contact | for further information, please contact | for media inquiries"
    ),
    contact=phrases(
        "hotline | tel | telephone | phone | email | e-mail | fax | address | contact | contacts | media contact | "
        "press contact | website | name"
    ),
    credits_by=phrases(
        "photo by | photos by | image by | picture by | courtesy of | photo courtesy of | photograph by"
    ),
    illustration=phrases(
        "illustrative image | illustrative photo | illustration photo | illustration image | "
        "photo for illustration | file photo | photo | image | illustration | caption | in this photo | "
        "in this file photo | pictured"
    ),
    authors=phrases(
        "by | written by | story by | text by | reporting by | reported by | editing by | edited by | "
        "compiled by | translated by | posted by | author | authors | writer | additional reporting by | "
        "words by | interview by | from our correspondent"
    ),
    author_tails=phrases("compiled | translated | edited | reporting"),
    sources=phrases("source | sources | via | courtesy of | newspaper section"),
    published=phrases(
        "published | published on | published at | posted | posted on | posted at | first published | "
        "release date | for immediate release | press release | date | publish date | published date | "
        "news release | issued | created | date published | publication date"
    ),
    updated=phrases(
        "updated | last updated | updated on | updated at | last modified | last update | modified | last updated on"
    ),
    date_words=phrases(
        "at | on | am | pm | a.m. | p.m. | et | est | edt | gmt | utc | ict | local time | monday | tuesday | "
        "wednesday | thursday | friday | saturday | sunday | mon | tue | tues | wed | thu | thurs | fri | sat | "
        "sun | the | of | years ago | news | press release | article | ago | year | hanoi | bangkok time | hkt | "
        "sgt"
    ),
    counters=phrases(
        "views | view | shares | comments | min read | minute read | minutes read | mins read | reading time | "
        "read time | estimated reading time | reads | likes | images | hits | visits | slideshow"
    ),
    past=phrases("was | were | had | held | took place | since | adopted | launched | ago | last"),
    future=phrases("will | would | planned | scheduled | upcoming | expected | next"),
    kickers=phrases(
        "interview | press release | news release | media release | for immediate release | press statement | "
        "statement | opinion | comment | commentary | analysis | feature | editorial | exclusive | explainer | "
        "briefing | perspective | column | special report | feature story | news feature | q&a | podcast | "
        "in pictures | blog | op-ed | long read | fact check | letter from | letter to the editor | announcement | "
        "update | live | news analysis | viewpoint | report | this article is more than | newsletter"
    ),
    jobs=phrases(
        "correspondent | reporter | editor | staff writer | staff | contributor | columnist | "
        "special to | writer | newsroom | news desk | associated press | role | bureau"
    ),
    credits=phrases(
        "photo | photos | photo credit | credit | credits | image | image credit | picture | pictures | "
        "illustration | photograph | graphic | file photo | video | source"
    ),
)
