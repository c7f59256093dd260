"""What the furniture of Vietnamese news pages says."""

from tmkit.lang.base import PageWords, phrases

PAGE = PageWords(
    related=phrases(
        "dang quan tam | dang doc | su kien noi bat | tin doc nhieu nhat | tin noi bat khac | bai noi bat | "
        "chuyen de | xem nhanh | xem tat ca | xem them tin | xem them bai viet | tai them | hien thi them | "
        "tin video | doc nhieu nhat | bai cung tac gia | bai viet cung chu de | tin cung chu de | cung tim hieu | "
        "tin tuc noi bat | tin tiep theo | tin truoc do | video noi bat | moi cap nhat | duoc quan tam | "
        "noi bat trang chu | tin theo vung mien | tin lien quan | bai lien quan | bai viet lien quan | "
        "cac tin lien quan | tin bai lien quan | noi dung lien quan | co the ban quan tam | co the ban chua biet | "
        "nen xem | nen doc | tin khac | cac tin khac | tin bai khac | cac bai khac | bai viet khac | "
        "cac bai viet khac | tin tuc khac | tin cung chuyen muc | cung chuyen muc | bai cung chuyen muc | "
        "tin cung muc | cung chu de | cung tac gia | xem them | doc them | xem tiep | doc tiep | tin moi | "
        "tin moi nhat | tin moi hon | tin cu hon | tin cu | bai viet moi | bai moi | bai viet moi nhat | "
        "tin da dua | cac tin da dua | tin doc nhieu | doc nhieu | xem nhieu | xem nhieu nhat | tin xem nhieu | "
        "tin noi bat | noi bat | tin nong | moi nong | tin hot | tin tieu diem | tieu diem | moi nhat | "
        "dang chu y | de xuat cho ban | danh cho ban | goi y cho ban | goi y | ban co the thich | bai doc nhieu | "
        "video lien quan | chu de lien quan | su kien lien quan | su kien | dong su kien | dong thoi su | "
        "tin tai tro | doc ngay | tin tuc lien quan | tin tuc moi nhat | tin trong ngay | chuyen muc khac | "
        "bai truoc | bai sau | bai tiep theo | bai viet truoc | bai viet tiep theo | tin truoc | tin tiep | "
        "dieu huong bai viet | hoi dap chinh sach | lien ket huu ich | luu tru | nhieu nguoi doc | "
        "van ban lien quan | tai lieu lien quan | xem theo ngay | tin trong muc"
    ),
    comments=phrases(
        "nhan xet | gui nhan xet | cam xuc cua ban | nhap binh luan | y kien cua doc gia | binh luan facebook | "
        "viet binh luan cua ban | binh luan bai viet | hoi dap, thao luan | binh luan | y kien ban doc | y kien | "
        "gui binh luan | y kien cua ban | gui y kien | gui y kien cua ban | binh luan cua ban | viet binh luan | "
        "de lai binh luan | de lai mot binh luan | phan hoi | ban doc binh luan | thao luan | binh luan moi nhat | "
        "tra loi bai viet | chia se y kien cua ban | hay dang nhap de binh luan | dang nhap de binh luan | "
        "vui long dang nhap de binh luan | chua co binh luan nao | y kien binh luan | xem them y kien | "
        "xem them binh luan | xem tat ca binh luan | gui phan hoi | ban nghi gi ve bai viet nay"
    ),
    comment_marks=phrases(
        "tra loi | thich | quan tam nhat | moi nhat | gio truoc | ngay truoc | phut truoc | bao cao vi pham"
    ),
    tags=phrases("tu khoa | the | chu de | tag | danh muc | cac tu khoa | tu khoa lien quan"),
    share=phrases(
        "thich va chia se | sao chep | bao xau | tai app | nghe ban tin | nghe podcast | bat tieng | tat tieng | "
        "huy | gui di | ket noi | theo doi chung toi | fanpage | phong to | thu nho | che do doc | luu tin | "
        "doc bang giong noi | noi dung chinh | muc luc | chia se | chia se bai viet | chia se bai viet nay | "
        "chia se facebook | chia se zalo | in bai | in bai viet | in trang | in | ban in | in ra | gui email | "
        "gui bai viet | gui ban be | gui cho ban be | luu | luu bai | luu bai viet | theo doi | bao loi | co chu | "
        "nghe doc bai | nghe bai viet | nghe | doc bai viet | nghe audio | nu mien nam | nu mien bac | "
        "nam mien nam | nam mien bac | sao chep lien ket | copy link | copy link thanh cong | link bai goc | "
        "lay link | ve dau trang | len dau trang | quay lai dau trang | len top | tro ve | quay lai | dong | gui | "
        "zalo | nghe tin | tang co chu | giam co chu | theo doi tren google news | mac dinh | lon hon | nho hon | "
        "danh gia bai viet | xem co chu | tai ve | tom tat"
    ),
    navigation=phrases(
        "goc nhin | nhip song | ban doc viet | tuyen dung | rao vat | o to | xe | nha dat | so hoa | thu gian | "
        "tam su | y kien | chuyen doi so | nong nghiep | dan toc | ton giao | quoc te | trong nuoc | trong tinh | "
        "kinh te - xa hoi | van hoa - xa hoi | xa hoi - dan sinh | chinh tri - xa hoi | tin trong nuoc | "
        "tin quoc te | tin hoat dong | tin hop tac quoc te | thong tin tuyen truyen | cong khai ngan sach | "
        "gop y | danh ba | nha tai tro | bao dien tu | ngon ngu | chon ngon ngu | trang chu | thoi su | xa hoi | "
        "chinh tri | kinh te | the gioi | phap luat | van hoa | giao duc | y te | suc khoe | the thao | giai tri | "
        "cong nghe | khoa hoc | du lich | doi song | ban doc | moi truong | an ninh | quoc phong | doi ngoai | "
        "video | anh | podcast | multimedia | da phuong tien | emagazine | infographic | longform | chuyen muc | "
        "tat ca chuyen muc | gioi thieu | lien he | lien he toa soan | dat bao | tim kiem | dang nhap | dang ky | "
        "dang xuat | tai khoan | menu | so do trang | so do site | so do cong | thu dien tu | van ban | "
        "thu tuc hanh chinh | dich vu cong | hoi dap | tieng viet | english | phien ban di dong | ban di dong | "
        "giao dien may tinh | duong day nong | toa soan | quang cao | rss | cong bao | thong bao | tin tuc | "
        "tin tuc su kien | su kien | truyen hinh truc tuyen | phat thanh truc tuyen | lao dong | viec lam | "
        "cong doan | dia phuong | kinh doanh | bat dong san | tai chinh | ngan hang | thi truong | "
        "an sinh xa hoi | dan sinh | giam ngheo | ve toi | ve chung toi | chinh sach bao mat | "
        "dieu khoan su dung | xem phien ban cu | bao in | bao giay | thu vien anh | thu vien video | "
        "lich cong tac | thoi tiet | ty gia | chung khoan | lich van nien | xo so"
    ),
    advert=phrases("quang cao | noi dung quang cao | lien he quang cao | tin tai tro | tai tro"),
    legal=phrases(
        "ban quyen thuoc | giu ban quyen | giay phep so | giay phep hoat dong | gp-bttt | gp-bvhttdl | "
        "co quan chu quan | tong bien tap | pho tong bien tap | chiu trach nhiem noi dung | "
        "chiu trach nhiem chinh | ghi ro nguon | khong sao chep | phat trien boi | thiet ke boi | "
        "ket noi voi chung toi | tru so chinh | so nguoi dang truy cap | tong so truy cap | "
        "ban dang doc bai viet | moi thong tin gop y | luot truy cap | dang truc tuyen | cam sao chep | ghi nguon"
    ),
    signup=phrases(
        "dang ky nhan tin | dang ky nhan ban tin | nhan thong bao | tai ung dung | theo doi chung toi tren | "
        "theo doi tren google news | tren google news | nhan tin qua email | quan tam zalo | cookie de"
    ),
    contact=phrases(
        "duong day nong | hotline | dien thoai | dt | dia chi | email | e-mail | fax | tel | lien he | "
        "lien he quang cao | toa soan | website | zalo"
    ),
    credits_by=phrases("ảnh của | ảnh do | ảnh chụp bởi"),
    illustration=phrases("anh minh hoa | hinh minh hoa | anh tu lieu | quang canh | toan canh | nguon anh | anh"),
    authors=phrases(
        "tac gia | bai | bai va anh | bai anh | bai, anh | tin, anh | tin va anh | tin anh | nguoi viet | "
        "phong vien | pv | anh va bai | theo phong vien | dich gia | bien dich | bien tap | nhom pv | "
        "nhom phong vien"
    ),
    author_tails=phrases("thuc hien | ghi | luoc dich | tong hop | bien dich | theo | dich | ghi chep"),
    sources=phrases("nguon | theo | dan nguon | nguon tin"),
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
        "luot xem | luot doc | so luot xem | xem | lan xem | binh luan | luot chia se | phut doc | doc | phut"
    ),
    past=phrases("da | tung | vua"),
    future=phrases("se | du kien | sap | ke tu | bat dau tu"),
    kickers=phrases(
        "chinh sach | phong van | goc nhin | binh luan | xa luan | chuyen de | phong su | ky su | phan tich | "
        "nhan dinh | tin nhanh | tin vui | y kien | tieu diem | trao doi | su kien va binh luan | thong cao bao chi | "
        "nguoi tot viec tot | ban doc viet | doc quyen | tin doc quyen | toa dam | hoi dap | ghi chep | podcast | "
        "truc tiep | cau chuyen | chan dung | van de hom nay | chuyen hom nay | tu van | hoi va dap | tin moi | "
        "tin tong hop | thong bao | diem tin"
    ),
    jobs=phrases("phong vien | bien tap vien | vai tro | cong tac vien | ctv | thong tin vien | dac phai vien"),
    credits=phrases(
        "ảnh | ảnh minh họa | ảnh minh hoạ | hình | hình ảnh | đồ họa | video | clip | nguồn ảnh | ảnh tư liệu | nguồn"
    ),
)
