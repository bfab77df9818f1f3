package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Listing;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.Slots;
import outfitter.models.shop.DeliveryOption;

/** The ways to send an order to a country, with price and days. */
final class DeliveryCost implements Routine {
    static final String HOME = "GB";
    private static final Line OPTIONS = Line.of("delivery-options.options", "options");
    private static final Line OPTIONS_TO = Line.of("delivery-options.options-to", "options", "country");
    private static final Line OPTION = Line.of("delivery-options.option", "name", "price", "days");
    private static final Line OPTION_FREE = Line.of("delivery-options.option-free", "name", "price", "days", "from");
    private static final Line ONE_TIME = Line.of("delivery-options.days", "days");
    private static final Line BETWEEN = Line.of("delivery-options.days-between", "least", "most");
    static final Line NOT_THERE = Line.of("delivery-options.not-there", "country");
    /** What {@link #days} may say. */
    static final List<Line> DAYS = List.of(ONE_TIME, BETWEEN);

    private final Shop shop;

    DeliveryCost(Shop shop) {
        this.shop = shop;
    }

    @Override
    public String id() {
        return "delivery-options";
    }

    @Override
    public List<Line> lines() {
        return List.of(OPTIONS, OPTIONS_TO, OPTION, OPTION_FREE, ONE_TIME, BETWEEN, NOT_THERE, OrderAccess.PERSON);
    }

    @Override
    public Set<String> carriedBy() {
        return Set.of(Slots.COUNTRY);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        String country = matter.slot(Slots.COUNTRY).orElse(HOME);
        return shop.deliveryTo(country)
                .map(options -> Decision.reply(say(country, options), matter.slotsWith(Slots.COUNTRY, country)));
    }

    private static Say say(String country, List<DeliveryOption> options) {
        String name = new Locale("", country).getDisplayCountry(Locale.UK);
        if (options.isEmpty()) {
            return Say.of(NOT_THERE).with("country", name).offering(Button.toward(OrderAccess.PERSON, Intents.PERSON));
        }
        Listing listing = new Listing(options.stream().map(DeliveryCost::say).toList());
        if (country.equals(HOME)) return Say.of(OPTIONS).with("options", listing);
        return Say.of(OPTIONS_TO).with("options", listing).with("country", name);
    }

    private static Say say(DeliveryOption option) {
        Say say = Say.of(option.freeFrom() == null ? OPTION : OPTION_FREE)
                .with("name", option.name())
                .with("price", option.price())
                .with("days", days(option));
        return option.freeFrom() == null ? say : say.with("from", option.freeFrom());
    }

    /** How long it takes, as part of a sentence. */
    static Say days(DeliveryOption option) {
        return option.daysMin() == option.daysMax()
                ? Say.of(ONE_TIME).with("days", option.daysMin())
                : Say.of(BETWEEN).with("least", option.daysMin()).with("most", option.daysMax());
    }
}
