"""What the furniture of Vietnamese news pages says."""

from tmkit.lang.base import PageWords, phrases

PAGE = PageWords(
    related=phrases(
        "dang quan tam | dang doc | su kien noi bat | tin doc nhieu nhat | tin noi bat khac | bai noi bat | "
        "chuyen de | xem nhanh | xem tat ca | xem them tin | xem them bai viet | tai them | hien thi them | tin "
        "video | doc nhieu nhat | bai cung tac gia | bai viet cung chu de | tin cung chu de | cung tim hieu | tin "
        "tuc noi bat | tin tiep theo | tin truoc do | video noi bat | moi cap nhat | duoc quan tam | noi bat "
        "trang chu | tin theo vung mien | tin lien quan | bai lien quan | bai viet lien quan | cac tin lien quan "
        "| tin bai lien quan | noi dung lien quan | co the ban quan tam | co the ban chua biet | nen xem | nen "
        "doc | tin khac | cac tin khac | tin bai khac | cac bai khac | bai viet khac | cac bai viet khac | tin "
        "tuc khac | tin cung chuyen muc | cung chuyen muc | bai cung chuyen muc | tin cung muc | cung chu de | "
        "cung tac gia | xem them | doc them | xem tiep | doc tiep | tin moi | tin moi nhat | tin moi hon | tin cu "
        "hon | tin cu | bai viet moi | bai moi | bai viet moi nhat | tin da dua | cac tin da dua | tin doc nhieu "
        "| doc nhieu | xem nhieu | xem nhieu nhat | tin xem nhieu | tin noi bat | noi bat | tin nong | moi nong | "
        "tin hot | tin tieu diem | tieu diem | moi nhat | dang chu y | de xuat cho ban | danh cho ban | goi y cho "
        "ban | goi y | ban co the thich | bai doc nhieu | video lien quan | chu de lien quan | su kien lien quan "
        "| su kien | dong su kien | dong thoi su | tin tai tro | doc ngay | tin tuc lien quan | tin tuc moi nhat "
        "| tin trong ngay | chuyen muc khac | bai truoc | bai sau | bai tiep theo | bai viet truoc | bai viet "
        "tiep theo | tin truoc | tin tiep | dieu huong bai viet | hoi dap chinh sach | lien ket huu ich | luu tru "
        "| nhieu nguoi doc | van ban lien quan | tai lieu lien quan | xem theo ngay | tin trong muc | tin da dang "
        "| cac tin da dang | bai da dang | tin bai da dang | cac tin tuc khac | tin tuc cung loai | tin cung loai "
        "| cac tin cung loai | bai viet cung loai | bai viet cung chuyen muc | tin bai cung chuyen muc | bai lien "
        "quan khac | thong tin lien quan | thong bao khac | thong bao moi | van ban moi | van ban moi ban hanh | "
        "doc them ve | doc them tin | xem them ve | xem them tai | xem them tai day | xem them video | xem video "
        "| xem clip | xem toan bo | xem chi tiet | xem tai day | xem day du | xem nguyen van | xem bai goc | xem "
        "anh | xem them anh | clip lien quan | anh lien quan | bai viet noi bat | bai noi bat trong ngay | tin "
        "noi bat trong ngay | tin quan trong | tin chinh | tin chinh trong ngay | tin tuc trong ngay | tin tuc "
        "24h | tin 24h | tin nhanh | tin moi cap nhat | tin moi trong ngay | tin moi dang | bai moi dang | moi "
        "dang | tin nen doc | tin hay | tin hap dan | tin duoc quan tam | tin dang quan tam | bai duoc quan tam | "
        "duoc xem nhieu | duoc doc nhieu | duoc doc nhieu nhat | xem nhieu trong tuan | doc nhieu trong tuan | "
        "doc nhieu trong ngay | bai doc nhieu nhat | bai viet doc nhieu | tin xem nhieu nhat | bai xem nhieu | "
        "dang hot | chu de hot | chu de nong | su kien nong | hay doc | hay xem | doc gi hom nay | cung ban doc | "
        "moi ban doc them | moi xem them | moi doc them | moi ban xem them | moi doc gia xem them video | moi quy "
        "doc gia xem them video | moi quy vi xem video | moi doc gia doc them | moi ban doc theo doi them | ban "
        "nen doc | ban nen xem | ban quan tam | co the ban muon doc | co the ban thich | co the ban cung quan tam "
        "| noi dung de xuat | tin de xuat | bai viet de xuat | goi y bai viet | tin goi y | bai lien quan cung "
        "chu de | cung chu de nay | cung su kien | trong cung chuyen muc | trong chuyen muc | tin trong chuyen "
        "muc | cac bai viet lien quan | cac bai viet cung chuyen muc | bai viet lien quan khac | tin moi hon cung "
        "muc | tin cu hon cung muc | cac tin moi hon | cac tin cu hon | cac tin moi | cac tin cu | tin tiep theo "
        ">> | tin sau | xem tin tiep | bai cu hon | bai moi hon | bai dang cu hon | bai dang moi hon | bai viet "
        "cu hon | bai viet moi hon | trang truoc | trang sau | trang tiep | van ban phap luat lien quan | tap tin "
        "dinh kem | tep dinh kem | tai lieu dinh kem | file dinh kem | tai lieu tham khao | doc ngay bai viet | "
        "doc tiep bai | nong 24h | nong trong ngay | tin van | xem nhanh tin | lien ket website | lien ket web | "
        "lien ket ngoai | website lien ket | hinh anh hoat dong | thu vien hinh anh | thu vien anh | multimedia "
        "moi nhat | tin lien quan khac | xem them cac tin | xem them cac bai | cac bai da dang | cac bai viet cu "
        "hon | cac bai viet moi hon | tin tuc moi | tin noi bat trong tuan | thong tin moi | tin moi nhan | tin "
        "van trong ngay | cac tin tuc - su kien khac | tin tuc, su kien khac | cac su kien khac | bai viet khac "
        "cung tac gia | tin cung su kien | noi bat trong ngay | noi bat trong tuan | doc nhieu trong thang | tin "
        "hot trong ngay | tin bai doc nhieu | chuyen muc lien quan | muc khac | xem theo chu de | tuyen chon | "
        "tin chon loc | noi dung cung chuyen muc | noi dung khac | noi dung moi nhat | bai viet moi cap nhat | "
        "moi nhat tu | bai tiep | bai ke tiep | bai ke truoc | ban co the quan tam | ban co the xem | xem them "
        "cac bai viet lien quan | dang nong | cau chuyen khac | tin the gioi | cac ky truoc | cac so truoc | so "
        "moi nhat"
    ),
    comments=phrases(
        "nhan xet | gui nhan xet | cam xuc cua ban | nhap binh luan | y kien cua doc gia | binh luan facebook | "
        "viet binh luan cua ban | binh luan bai viet | hoi dap, thao luan | binh luan | y kien ban doc | y kien | "
        "gui binh luan | y kien cua ban | gui y kien | gui y kien cua ban | binh luan cua ban | viet binh luan | "
        "de lai binh luan | de lai mot binh luan | phan hoi | ban doc binh luan | thao luan | binh luan moi nhat "
        "| tra loi bai viet | chia se y kien cua ban | hay dang nhap de binh luan | dang nhap de binh luan | vui "
        "long dang nhap de binh luan | chua co binh luan nao | y kien binh luan | xem them y kien | xem them binh "
        "luan | xem tat ca binh luan | gui phan hoi | ban nghi gi ve bai viet nay | nhap noi dung binh luan | gui "
        "binh luan cua ban | gui y kien binh luan | y kien doc gia | y kien cua ban ve bai viet | y kien ban doc "
        "ve bai viet | ban doc viet | ban doc phan hoi | phan hoi cua ban doc | binh luan cua ban doc | binh luan "
        "cua doc gia | binh luan moi | binh luan noi bat | tat ca binh luan | xem binh luan | hien thi binh luan "
        "| an binh luan | dong binh luan | them binh luan | them nhan xet | dang binh luan | dang nhan xet | dang "
        "y kien | tham gia binh luan | hay la nguoi dau tien binh luan | hay binh luan dau tien | hay de lai binh "
        "luan | de lai y kien | de lai nhan xet | de lai loi nhan | gui tra loi | tra loi binh luan | huy tra loi "
        "| ten cua ban | ho ten cua ban | noi dung binh luan | email cua ban | nhap ten cua ban | nhap email cua "
        "ban | nhap noi dung | ma xac nhan | ma bao mat | ma kiem tra | tham gia thao luan | hien tai chua co "
        "binh luan nao | chua co binh luan | khong co binh luan | moi ban binh luan | moi binh luan | moi ban gui "
        "binh luan | y kien dong gop | gop y bai viet | gui y kien dong gop | danh gia bai viet"
    ),
    comment_marks=phrases(
        "tra loi | thich | quan tam nhat | moi nhat | gio truoc | ngay truoc | phut truoc | bao cao vi pham | "
        "thich tra loi | tra loi thich | tra loi chia se | chia se tra loi | vua xong | bao cao binh luan | xem "
        "tra loi | xem cau tra loi | an tra loi | tang sao | phan hoi thich | like tra loi"
    ),
    tags=phrases(
        "tu khoa | the | chu de | tag | danh muc | cac tu khoa | tu khoa lien quan | tu khoa tim kiem | chu de "
        "lien quan | tags lien quan | xem them ve chu de | xem them cac bai viet ve | su kien va nhan vat"
    ),
    share=phrases(
        "thich va chia se | sao chep | bao xau | tai app | nghe ban tin | nghe podcast | bat tieng | tat tieng | "
        "huy | gui di | ket noi | theo doi chung toi | fanpage | phong to | thu nho | che do doc | luu tin | doc "
        "bang giong noi | noi dung chinh | muc luc | chia se | chia se bai viet | chia se bai viet nay | chia se "
        "facebook | chia se zalo | in bai | in bai viet | in trang | in | ban in | in ra | gui email | gui bai "
        "viet | gui ban be | gui cho ban be | luu | luu bai | luu bai viet | theo doi | bao loi | co chu | nghe "
        "doc bai | nghe bai viet | nghe | doc bai viet | nghe audio | nu mien nam | nu mien bac | nam mien nam | "
        "nam mien bac | sao chep lien ket | copy link | copy link thanh cong | link bai goc | lay link | ve dau "
        "trang | len dau trang | quay lai dau trang | len top | tro ve | quay lai | dong | gui | zalo | nghe tin "
        "| tang co chu | giam co chu | theo doi tren google news | mac dinh | lon hon | nho hon | danh gia bai "
        "viet | xem co chu | tai ve | tom tat | chia se len facebook | chia se len zalo | chia se qua facebook | "
        "chia se qua zalo | chia se qua email | chia se tren facebook | chia se tren zalo | chia se tren twitter "
        "| chia se twitter | chia se len | chia se voi ban be | chia se tin nay | chia se bai nay | chia se link "
        "| chia se lien ket | chia se ngay | chia se cho ban be | gui qua email | gui mail | gui tin qua email | "
        "gui bai qua email | gui lien ket | gui tin nay | gui cho ban | in bai nay | in tin | in tin nay | in noi "
        "dung | in trang nay | phien ban in | ban de in | ban in an | tai ve may | tai xuong | tai pdf | tai ban "
        "pdf | luu tin nay | luu bai nay | luu bai de doc sau | doc sau | luu xem sau | danh dau bai viet | danh "
        "dau | them vao muc yeu thich | yeu thich bai viet | thich bai viet | thich trang | theo doi bao | theo "
        "doi tren zalo | theo doi tren facebook | theo doi tren youtube | theo doi kenh youtube | theo doi tac "
        "gia | theo doi chu de | xem tren google news | google news | tren google news | nhan thong bao | bat "
        "thong bao | tat thong bao | bao cao vi pham | bao cao sai sot | bao cao loi | thong bao loi | gop y cho "
        "bai viet | phan anh sai sot | phong chu | kieu chu | kich co chu | kich thuoc chu | kich thuoc phong chu "
        "| thay doi co chu | chinh co chu | co chu nho | co chu lon | co chu vua | co chu mac dinh | chu nho | "
        "chu lon | rat lon | giong doc | toc do doc | nghe doc bao | nghe bai | nghe noi dung bai viet | nghe bai "
        "bao | doc bao noi | doc bai | doc cho toi nghe | bao noi | phat am thanh | phat audio | phat video | "
        "dung doc | am luong | toan man hinh | thoat toan man hinh | trinh duyet cua ban khong ho tro phat am "
        "thanh | trinh duyet cua ban khong ho tro | trinh duyet khong ho tro am thanh | trinh duyet khong ho tro "
        "| sao chep duong dan | sao chep lien ket bai viet | sao chep thanh cong | da sao chep | copy lien ket | "
        "link copied | len dau | ve trang chu | ve dau trang nay | tro lai dau trang | quay ve | quay ve trang "
        "chu | an bot | xem them noi dung | thu gon | dich bai viet | doc tieng anh | che do toi | che do ban dem "
        "| giao dien toi | mau nen | doi mau nen | che do tuong phan | tuong phan | bai viet huu ich | bai viet "
        "co huu ich khong | bai viet nay co huu ich voi ban khong | bai viet nay co huu ich khong | bai viet co "
        "ich | khong huu ich | diem danh gia | ban thay bai viet nay the nao | binh chon cho bai viet | tong so "
        "diem cua bai viet la | click de danh gia bai viet | dang tai | dang tai du lieu | dang xu ly | vui long "
        "cho | tang sao cho bai viet | nguon bai viet | link goc | duong link | duong dan bai viet | video dang "
        "phat | video tiep theo | ket thuc doc nhieu nhat | ket thuc tin lien quan | ket thuc tin chinh | ket "
        "thuc quang cao | nghe ban tin tai day | gui bai cho ban be | nghe bai doc | dong bang | dang tai binh "
        "luan | tai them binh luan | sua doi | chia se len mang xa hoi | chia se tren mang xa hoi | xem bai viet "
        "tren | chuyen sang giao dien | in an | doc tin | nghe tin tuc | nghe toan bo | nghe chuong trinh | nghe "
        "lai | nghe truc tiep | phat thanh | thoi luong | share on facebook | share on twitter | bai doc | xem "
        "ban in | in ra giay | gui bai cho toa soan"
    ),
    navigation=phrases(
        "goc nhin | nhip song | ban doc viet | tuyen dung | rao vat | o to | xe | nha dat | so hoa | thu gian | "
        "tam su | y kien | chuyen doi so | nong nghiep | dan toc | ton giao | quoc te | trong nuoc | trong tinh | "
        "kinh te - xa hoi | van hoa - xa hoi | xa hoi - dan sinh | chinh tri - xa hoi | tin trong nuoc | tin quoc "
        "te | tin hoat dong | tin hop tac quoc te | thong tin tuyen truyen | cong khai ngan sach | gop y | danh "
        "ba | nha tai tro | bao dien tu | ngon ngu | chon ngon ngu | trang chu | thoi su | xa hoi | chinh tri | "
        "kinh te | the gioi | phap luat | van hoa | giao duc | y te | suc khoe | the thao | giai tri | cong nghe "
        "| khoa hoc | du lich | doi song | ban doc | moi truong | an ninh | quoc phong | doi ngoai | video | anh "
        "| podcast | multimedia | da phuong tien | emagazine | infographic | longform | chuyen muc | tat ca "
        "chuyen muc | gioi thieu | lien he | lien he toa soan | dat bao | tim kiem | dang nhap | dang ky | dang "
        "xuat | tai khoan | menu | so do trang | so do site | so do cong | thu dien tu | van ban | thu tuc hanh "
        "chinh | dich vu cong | hoi dap | tieng viet | english | phien ban di dong | ban di dong | giao dien may "
        "tinh | duong day nong | toa soan | quang cao | rss | cong bao | thong bao | tin tuc | tin tuc su kien | "
        "su kien | truyen hinh truc tuyen | phat thanh truc tuyen | lao dong | viec lam | cong doan | dia phuong "
        "| kinh doanh | bat dong san | tai chinh | ngan hang | thi truong | an sinh xa hoi | dan sinh | giam "
        "ngheo | ve toi | ve chung toi | chinh sach bao mat | dieu khoan su dung | xem phien ban cu | bao in | "
        "bao giay | thu vien anh | thu vien video | lich cong tac | thoi tiet | ty gia | chung khoan | lich van "
        "nien | xo so | tin chinh | nghe/xem | nghe xem | dien dan | nhip song tre | tien ich | dat bao in | hoi "
        "bac si | tra cuu | tra cuu thuoc | bo qua den noi dung | bo qua de den noi dung | bo qua quang cao va "
        "tiep tuc doc | bo qua noi dung | den noi dung chinh | chuyen den noi dung | chuyen toi noi dung chinh | "
        "chuyen den phan noi dung | mo menu | dong menu | tat ca bai viet | tat ca tin | tat ca tin tuc | dang "
        "nhap bang | dang nhap/dang ky | dang nhap / dang ky | dang ky tai khoan | dang ky thanh vien | dang ky "
        "goi | quen mat khau | thong tin tai khoan | trang ca nhan | tin da luu | bai da luu | hoat dong binh "
        "luan | tim kiem nang cao | nhap tu khoa | tu khoa tim kiem | so do website | so do cong thong tin | ban "
        "do site | danh ba dien thoai | lien he - gop y | lien he gop y | thong tin toa soan | thong tin lien he "
        "| gioi thieu chung | chuc nang nhiem vu | chuc nang, nhiem vu | co cau to chuc | cac don vi truc thuoc | "
        "lich su hinh thanh | lich lam viec | lich tiep cong dan | tiep cong dan | van ban chi dao dieu hanh | "
        "van ban quy pham phap luat | he thong van ban | du thao van ban | du an dau tu | thong tin dau thau | "
        "tin noi bat | tin dia phuong | tin tuc - su kien | tin tong hop | tin trong nganh | tin nganh | tin lao "
        "dong | hoat dong cua bo | hoat dong cua so | hoat dong nganh | hoat dong cua lanh dao | chi dao dieu "
        "hanh | thong tin chi dao dieu hanh | hoi - dap | hoi dap phap luat | tu van phap luat | phong su | phong "
        "su anh | phong su - ky su | ky su | chuyen de | chuyen trang | chuyen san | binh luan - phe phan | xay "
        "dung dang | dang va cuoc song | covid-19 | kieu bao | nguoi viet | nguoi viet nam o nuoc ngoai | tam "
        "diem | goc anh | trang tin | trang tin dien tu | cong thong tin dien tu | tap chi in | chinh sach rieng "
        "tu | chinh sach quyen rieng tu | chinh sach cookie | dieu khoan dich vu | quy che hoat dong | ve trang "
        "chu | phien ban may tinh | phien ban desktop | xem ban desktop | giao dien mobile | tai app | tai ung "
        "dung | android | ios | app store | google play | tu vi | phong thuy | am thuc | am nhac | thoi trang | "
        "lam dep | tinh yeu | tuoi tre | song khoe | benh thuong gap | y hoc co truyen | khoe dep | bong da | "
        "bong da quoc te | quan vot | the thao quoc te | xe may | o to - xe may | khuyen hoc | toi dong y | chap "
        "nhan | chap nhan tat ca | huy bo | bo qua"
    ),
    advert=phrases(
        "quang cao | noi dung quang cao | lien he quang cao | tin tai tro | tai tro | bo qua quang cao | bo qua "
        "quang cao va tiep tuc doc | tiep tuc doc sau quang cao | noi dung tiep tuc sau quang cao | an quang cao "
        "| tat quang cao | quang cao cua google | thong tin quang cao | tin quang cao | bai pr | thong cao bao "
        "chi tai tro | noi dung duoc tai tro | vi tri quang cao | bao gia quang cao"
    ),
    legal=phrases(
        "ban quyen thuoc | giu ban quyen | giay phep so | giay phep hoat dong | gp-bttt | gp-bvhttdl | co quan "
        "chu quan | tong bien tap | pho tong bien tap | chiu trach nhiem noi dung | chiu trach nhiem chinh | ghi "
        "ro nguon | khong sao chep | phat trien boi | thiet ke boi | ket noi voi chung toi | tru so chinh | so "
        "nguoi dang truy cap | tong so truy cap | ban dang doc bai viet | moi thong tin gop y | luot truy cap | "
        "dang truc tuyen | cam sao chep | ghi nguon | ban quyen noi dung | ban quyen cua | co quan ngon luan | "
        "giay phep xuat ban | gpxb | gp-ttdt | gp-stttt | gp-tttt | thu ky toa soan | truong ban bien tap | chi "
        "duoc phat hanh lai | chi duoc dang lai | phat hanh lai thong tin | quan diem rieng cua tac gia | tru so "
        "toa soan | toa soan:"
    ),
    signup=phrases(
        "dang ky nhan tin | dang ky nhan ban tin | nhan thong bao | tai ung dung | theo doi chung toi tren | theo "
        "doi tren google news | tren google news | nhan tin qua email | quan tam zalo | cookie de | moi quy vi "
        "theo doi | moi quy vi xem | moi quy vi don | moi quy vi nghe | moi quy doc gia | moi doc gia | nhan dang "
        "ky | bam dang ky | nhan nut dang ky | kenh youtube | kenh telegram | theo doi chung toi | theo doi them "
        "tin | cap nhat tin tuc moi | de cap nhat tin | tin tuc moi nhat | nhung ban tin moi nhat | tai app | tai "
        "ve dien thoai | cai dat ung dung | tai ung dung bao | gui ve hop thu | moi y kien dong gop | vui long "
        "dang nhap | vui long go | hay dang nhap | tai khoan thanh vien | chua dang nhap | doc gia tra phi | doc "
        "toan bo | doc tron bai | doc tiep bai viet | ung ho toa soan | ung ho chung toi | chung toi su dung "
        "cookie | chinh sach cookie | chinh sach bao mat | chinh sach quyen rieng tu | ban dong y voi | dong y "
        "voi | nhan tin moi | ban tin hang ngay | hop thu cua ban | dia chi email cua ban | binh luan cua ban se "
        "| tieng viet co dau | khong qua 1000 | ky tu con lai | nap them sao | tang sao cho | cam on quy vi | cam "
        "on quy doc gia | cam on ban doc | neu thay bai viet | chia se bai viet nay | like va share | bam vao day "
        "| nhan vao day | click vao day | xem tai day | hay nhan thu tin | thu tin hang ngay | hay dang ky nhan | "
        "de theo doi toan bo | theo doi toan bo thoi su | cac chuong trinh da phat song | tren tv online | vtvgo "
        "| moi don doc | theo doi bao tren | bam vao nut | de nhan thong bao | khong duoc sao chep | moi thong "
        "tin phan anh | moi chi tiet xin lien he | xin gui ve | xin gui toi | vui long gui ve | luat su tu van | "
        "gui cau hoi cho | doc them tai | xem chi tiet tai | theo ung dung | ban doc quan tam | moi cong tac | "
        "moi cong tac, bai vo xin | thu cong tac"
    ),
    contact=phrases(
        "duong day nong | hotline | dien thoai | dt | dia chi | email | e-mail | fax | tel | lien he | lien he "
        "quang cao | toa soan | website | zalo | lien he qc | lien he toa soan | dien thoai lien he | so dien "
        "thoai | dtdd | hop thu | hop thu dien tu | tru so | email lien he | gmail"
    ),
    credits_by=phrases("ảnh của | ảnh do | ảnh chụp bởi"),
    illustration=phrases(
        "anh minh hoa | hinh minh hoa | anh tu lieu | quang canh | toan canh | nguon anh | anh | mot goc | khung "
        "canh | hien truong | anh chup man hinh | cat tu clip | anh cat tu clip | anh minh hoa internet | chup "
        "man hinh"
    ),
    authors=phrases(
        "tac gia | bai | bai va anh | bai anh | bai, anh | tin, anh | tin va anh | tin anh | nguoi viet | phong "
        "vien | pv | anh va bai | theo phong vien | dich gia | bien dich | bien tap | nhom pv | nhom phong vien | "
        "bai va hinh | tin va hinh | hinh va tin | cong tac vien | phong vien thuong tru | nguoi thuc hien | ghi "
        "chep | dua tin tu | anh, bai | anh, tin | anh va tin"
    ),
    author_tails=phrases(
        "thuc hien | ghi | luoc dich | tong hop | bien dich | theo | dich | ghi chep | tong thuat | cong tac vien "
        "| ctv | pv | thuong tru | nhom pv | tong hop va bien dich | bien soan | tong hop tu"
    ),
    sources=phrases(
        "nguon | theo | dan nguon | nguon tin | theo bao | theo trang | trich nguon | nguon tham khao | dan theo "
        "| nguon bai | theo nguon"
    ),
    published=phrases(
        "dang ngay | ngay dang | ngay dang tin | dang luc | xuat ban | ngay xuat ban | dang boi | phat hanh | "
        "thoi gian dang | ngay dua tin | ngay tao"
    ),
    updated=phrases("cap nhat | cap nhat luc | cap nhat ngay | cap nhat lan cuoi | lan cap nhat cuoi | sua lan cuoi"),
    date_words=phrases(
        "ngay | thang | nam | luc | gio | phut | sang | chieu | trua | toi | gmt | thu hai | thu ba | thu tu | "
        "thu nam | thu sau | thu bay | chu nhat | thu | am lich"
    ),
    counters=phrases(
        "luot xem | luot doc | so luot xem | xem | lan xem | binh luan | luot chia se | phut doc | doc | phut | "
        "da xem | nguoi xem | nguoi doc | so lan xem | luot thich | luot binh luan | luot truy cap"
    ),
    past=phrases("da | tung | vua"),
    future=phrases("se | du kien | sap | ke tu | bat dau tu"),
    kickers=phrases(
        "chinh sach | phong van | goc nhin | binh luan | xa luan | chuyen de | phong su | ky su | phan tich | "
        "nhan dinh | tin nhanh | tin vui | y kien | tieu diem | trao doi | su kien va binh luan | thong cao bao "
        "chi | nguoi tot viec tot | ban doc viet | doc quyen | tin doc quyen | toa dam | hoi dap | ghi chep | "
        "podcast | truc tiep | cau chuyen | chan dung | van de hom nay | chuyen hom nay | tu van | hoi va dap | "
        "tin moi | tin tong hop | thong bao | diem tin"
    ),
    jobs=phrases("phong vien | bien tap vien | vai tro | cong tac vien | ctv | thong tin vien | dac phai vien"),
    credits=phrases(
        "ảnh | ảnh minh họa | ảnh minh hoạ | hình | hình ảnh | đồ họa | video | clip | nguồn ảnh | ảnh tư liệu | nguồn"
    ),
    picture=phrases(
        "anh | hinh | hinh anh | chup lai hinh anh | nguon hinh anh | chu thich anh | chu thich hinh anh | mo ta "
        "anh | mo ta hinh anh | phong to | phong to anh | xem anh lon | xem anh | xem anh phong to | bam de xem "
        "anh lon | nhan de phong to anh | nhan vao anh de phong to | click de xem anh lon | anh dai dien | an chu "
        "thich | hien chu thich | chup lai video | video | album anh | thu vien anh | bo anh | bam xem anh | ban "
        "quyen hinh anh | xem toan canh | mo anh | trinh chieu anh | anh tiep theo | anh truoc"
    ),
    address=phrases(
        "bạn | các bạn | quý vị | quý độc giả | quý bạn đọc | quý khách | bạn đọc | độc giả | mời | "
        "vui lòng | xin vui lòng | hãy"
    ),
    selves=phrases("chúng tôi"),
    appeal=phrases(
        "bản tin | đăng ký | đăng nhập | tài khoản | email | e-mail | hộp thư | trình duyệt | cookie | cookies | "
        "ứng dụng | website | trang web | trang tin | tòa soạn | toà soạn | bài viết | bài báo | bình luận | ý "
        "kiến | góp ý | phản hồi | kênh | theo dõi | bấm | nhấn | nhấp | click | quảng cáo | chia sẻ | bản quyền "
        "| youtube | facebook | zalo | tiktok | telegram | fanpage | google news | tin tức | tin mới | mới nhất | "
        "hotline | liên hệ | thành viên | nạp | tại đây | cập nhật | giải đáp | tư vấn | thắc mắc | ủng hộ | độc "
        "giả | bạn đọc | xem thêm | đón đọc | đón xem | video | kênh youtube"
    ),
    contents=phrases(
        "noi dung | noi dung chinh | noi dung bai viet | muc luc | muc luc bai viet | muc luc noi dung | trong "
        "bai viet nay | tom tat noi dung | noi dung tom tat | diem chinh | dan bai"
    ),
    ends=phrases("het | het."),
    about=phrases(
        "gioi thieu ve | ve chung toi | thong tin lien he bao chi | lien he bao chi | thong tin lien he | moi chi "
        "tiet xin lien he | moi thong tin chi tiet | de biet them thong tin | de biet them chi tiet"
    ),
    scenes=phrases(
        "tại lễ | tại buổi | tại hội nghị | tại hội thảo | tại cuộc họp | tại phiên | tại điểm | trong giờ | "
        "trong một | trong buổi | trong lễ | trong ca | trong xưởng | chụp ảnh | chụp hình | phát biểu tại | phát "
        "biểu | trao quà | trao tặng | tặng quà | chủ trì | quang cảnh | toàn cảnh | bìa phải | bìa trái | ngoài "
        "cùng | hàng đầu | từ trái | thứ hai từ"
    ),
    places=phrases("tại | ở"),
    labels=phrases(
        "video | chum anh | infographic | longform | emagazine | e-magazine | megastory | podcast | "
        "phong su | phong su anh | ky su | truc tiep"
    ),
    caption_labels=phrases(
        "chu thich anh | chu thich | nguon hinh anh | ban quyen hinh anh | image caption | mo ta hinh anh"
    ),
    bios=phrases("là | hiện là | giảng dạy | công tác | nguyên là | hiện đang"),
)
