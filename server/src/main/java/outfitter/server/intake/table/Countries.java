package outfitter.server.intake.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries by their ISO code or their name, in English or their own language. */
final class Countries {
    /** Nobody knows which; ISO leaves it free for that. */
    static final String UNKNOWN = "ZZ";

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The ISO code; {@link #UNKNOWN} for what is no country. */
    static String code(String text) {
        return CODES.getOrDefault(plain(text), UNKNOWN);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (Locale each : Locale.getAvailableLocales()) {
            if (each.getCountry().length() == 2 && !each.getLanguage().isEmpty()) {
                codes.putIfAbsent(plain(each.getDisplayCountry(each)), each.getCountry());
            }
        }
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            codes.put(plain(country.getDisplayCountry(Locale.ENGLISH)), code);
            codes.put(plain(country.getISO3Country()), code);
            codes.put(plain(code), code);
        }
        codes.putAll(Map.of(
                "uk",
                "GB",
                "great britain",
                "GB",
                "england",
                "GB",
                "scotland",
                "GB",
                "wales",
                "GB",
                "eire",
                "IE",
                "rsa",
                "ZA",
                "holland",
                "NL",
                "korea",
                "KR",
                "hong kong",
                "HK"));
        codes.put("czech republic", "CZ");
        return codes;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
