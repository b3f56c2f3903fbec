package io.crosscare.chassis.region;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What people call a region, in Chinese and in English: the provinces of GB/T 2260 and the regions that the sources name. A
 * region without a name here is told by the name of its province and its code.
 */
public final class RegionNames {

    /** In the program, not in a file: who answers a request must not wait for a disk. */
    private static final String TABLE = """
        110000,北京市,Beijing
        120000,天津市,Tianjin
        130000,河北省,Hebei
        140000,山西省,Shanxi
        150000,内蒙古自治区,Inner Mongolia
        210000,辽宁省,Liaoning
        220000,吉林省,Jilin
        230000,黑龙江省,Heilongjiang
        310000,上海市,Shanghai
        310101,黄浦区,Huangpu District
        310104,徐汇区,Xuhui District
        310105,长宁区,Changning District
        310106,静安区,Jing'an District
        310107,普陀区,Putuo District
        310109,虹口区,Hongkou District
        310110,杨浦区,Yangpu District
        310112,闵行区,Minhang District
        310113,宝山区,Baoshan District
        310114,嘉定区,Jiading District
        310115,浦东新区,Pudong New Area
        310116,金山区,Jinshan District
        310117,松江区,Songjiang District
        310118,青浦区,Qingpu District
        310120,奉贤区,Fengxian District
        310151,崇明区,Chongming District
        320000,江苏省,Jiangsu
        320100,南京市,Nanjing
        320200,无锡市,Wuxi
        320300,徐州市,Xuzhou
        320400,常州市,Changzhou
        320500,苏州市,Suzhou
        320600,南通市,Nantong
        320700,连云港市,Lianyungang
        320800,淮安市,Huai'an
        320900,盐城市,Yancheng
        321000,扬州市,Yangzhou
        321100,镇江市,Zhenjiang
        321102,京口区,Jingkou District
        321111,润州区,Runzhou District
        321112,丹徒区,Dantu District
        321171,镇江新区,Zhenjiang New Area
        321181,丹阳市,Danyang
        321182,扬中市,Yangzhong
        321183,句容市,Jurong
        321200,泰州市,Taizhou (Jiangsu)
        321300,宿迁市,Suqian
        329900,江苏省省本级,the province of Jiangsu's own pool
        330000,浙江省,Zhejiang
        330100,杭州市,Hangzhou
        330400,嘉兴市,Jiaxing
        330500,湖州市,Huzhou
        339900,浙江省省本级,the province of Zhejiang's own pool
        340000,安徽省,Anhui
        350000,福建省,Fujian
        360000,江西省,Jiangxi
        370000,山东省,Shandong
        410000,河南省,Henan
        420000,湖北省,Hubei
        430000,湖南省,Hunan
        440000,广东省,Guangdong
        450000,广西壮族自治区,Guangxi
        460000,海南省,Hainan
        500000,重庆市,Chongqing
        510000,四川省,Sichuan
        520000,贵州省,Guizhou
        530000,云南省,Yunnan
        540000,西藏自治区,Tibet
        610000,陕西省,Shaanxi
        620000,甘肃省,Gansu
        630000,青海省,Qinghai
        640000,宁夏回族自治区,Ningxia
        650000,新疆维吾尔自治区,Xinjiang
        710000,台湾省,Taiwan
        810000,香港特别行政区,Hong Kong
        820000,澳门特别行政区,Macao
        """;

    private static final Map<RegionCode, Names> NAMES =
            TABLE.lines().map(Names::of).collect(Collectors.toUnmodifiableMap(Names::code, Function.identity()));

    private RegionNames() {}

    private record Names(RegionCode code, String zh, String en) {

        static Names of(String line) {
            String[] columns = line.split(",", 3);
            return new Names(new RegionCode(columns[0]), columns[1], columns[2]);
        }
    }

    /** {@code 镇江市}; {@code 浙江省330300} where only the province has a name. */
    public static String zh(RegionCode region) {
        return find(region)
                .map(Names::zh)
                .orElseGet(() -> find(region.province()).map(Names::zh).orElse("") + region);
    }

    /** {@code Zhenjiang}; {@code 330300 in Zhejiang} where only the province has a name. */
    public static String en(RegionCode region) {
        return find(region)
                .map(Names::en)
                .orElseGet(() -> find(region.province())
                        .map(province -> region + " in " + province.en())
                        .orElse(region.value()));
    }

    private static Optional<Names> find(RegionCode region) {
        return Optional.ofNullable(NAMES.get(region));
    }
}
