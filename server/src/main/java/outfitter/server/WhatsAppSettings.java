package outfitter.server;

import java.util.List;
import java.util.Optional;
import outfitter.server.channel.whatsapp.WhatsAppConfig;

/** Reads the WhatsApp number's variables: all that are needed, or none. */
final class WhatsAppSettings {
    private static final String TOKEN = "OUTFITTER_WHATSAPP_TOKEN";
    private static final String NUMBER = "OUTFITTER_WHATSAPP_PHONE_NUMBER_ID";
    private static final String SECRET = "OUTFITTER_WHATSAPP_APP_SECRET";
    private static final String VERIFY = "OUTFITTER_WHATSAPP_VERIFY_TOKEN";
    private static final String API = "OUTFITTER_WHATSAPP_API_URL";
    private static final String TEMPLATE = "OUTFITTER_WHATSAPP_TEMPLATE";
    private static final String CODE_TEMPLATE = "OUTFITTER_WHATSAPP_CODE_TEMPLATE";
    private static final List<String> NEEDED = List.of(TOKEN, NUMBER, SECRET, VERIFY);
    private static final List<String> ALL = List.of(TOKEN, NUMBER, SECRET, VERIFY, API, TEMPLATE, CODE_TEMPLATE);

    private WhatsAppSettings() {}

    static Optional<WhatsAppConfig> read(Settings settings) {
        List<String> set =
                ALL.stream().filter(name -> settings.text(name).isPresent()).toList();
        if (set.isEmpty()) return Optional.empty();
        NEEDED.stream().filter(name -> !set.contains(name)).findFirst().ifPresent(missing -> {
            throw Settings.wrong(
                    missing, "is missing beside " + set.get(0) + "; WhatsApp needs " + String.join(", ", NEEDED));
        });
        return Optional.of(new WhatsAppConfig(
                settings.text(TOKEN).orElseThrow(),
                settings.parsed(NUMBER, WhatsAppSettings::number).orElseThrow(),
                settings.text(SECRET).orElseThrow(),
                settings.text(VERIFY).orElseThrow(),
                settings.parsed(API, WhatsAppConfig::api).orElse(WhatsAppConfig.META),
                settings.parsed(TEMPLATE, WhatsAppConfig.Template::parse),
                settings.parsed(CODE_TEMPLATE, WhatsAppConfig.Template::parse)));
    }

    private static String number(String text) {
        if (text.matches("\\d{5,20}")) return text;
        throw new IllegalArgumentException(
                "must be the digits that Meta calls the phone number ID, and not the number itself with a plus");
    }
}
