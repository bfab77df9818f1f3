package outfitter.server.channel.whatsapp;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an operator says of the shop's WhatsApp number.
 *
 * @param token with which we call Meta
 * @param phoneNumberId Meta's id of the number, digits
 * @param appSecret with which Meta signs its calls
 * @param verifyToken of our choice, repeated by Meta at the handshake
 * @param api where the Graph API is, without a slash at the end
 * @param template what asks customers to write who did not for 24 hours; empty to wait for them
 * @param codeTemplate what brings a one-time code to who did not write lately; empty for only those who did
 */
public record WhatsAppConfig(
        String token,
        String phoneNumberId,
        String appSecret,
        String verifyToken,
        URI api,
        Optional<Template> template,
        Optional<Template> codeTemplate) {
    /** Where Meta's Graph API is. */
    public static final URI META = URI.create("https://graph.facebook.com/v24.0");

    public WhatsAppConfig {
        if (!phoneNumberId.matches("\\d{5,20}")) throw new IllegalArgumentException("not a phone number id");
    }

    /** A message that Meta has approved, by name and language. */
    public record Template(String name, String language) {
        private static final Pattern SHAPE = Pattern.compile("([a-z0-9_]{1,512})(?::([a-z]{2,3}(?:_[A-Z]{2})?))?");

        /** {@code name} or {@code name:language}, English unless told otherwise. */
        public static Template parse(String text) {
            var shape = SHAPE.matcher(text);
            if (!shape.matches()) {
                throw new IllegalArgumentException(
                        "must be a template's name, or name:language such as come_back:en_GB");
            }
            return new Template(shape.group(1), shape.group(2) == null ? "en" : shape.group(2));
        }
    }

    /** The Graph API's address; throws {@link IllegalArgumentException} for what is none. */
    public static URI api(String text) {
        try {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getQuery() == null) return uri;
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new IllegalArgumentException("must be an address such as " + META);
    }

    @Override
    public String toString() {
        return "WhatsApp number " + phoneNumberId;
    }
}
