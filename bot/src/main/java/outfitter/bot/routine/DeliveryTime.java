package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.ArrayList;
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

/** How long an order takes that is placed now. */
final class DeliveryTime implements Routine {
    private static final Line OPTIONS = Line.of("delivery-estimate.options", "options");
    private static final Line OPTIONS_TO = Line.of("delivery-estimate.options-to", "options", "country");
    private static final Line OPTION = Line.of("delivery-estimate.option", "name", "days");

    private final Shop shop;

    DeliveryTime(Shop shop) {
        this.shop = shop;
    }

    @Override
    public String id() {
        return "delivery-estimate";
    }

    @Override
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(DeliveryCost.DAYS);
        lines.addAll(List.of(OPTIONS, OPTIONS_TO, OPTION, DeliveryCost.NOT_THERE, OrderAccess.PERSON));
        return lines;
    }

    @Override
    public Set<String> carriedBy() {
        return Set.of(Slots.COUNTRY);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        String country = matter.slot(Slots.COUNTRY).orElse(DeliveryCost.HOME);
        return shop.deliveryTo(country)
                .map(options -> Decision.reply(say(country, options), matter.slotsWith(Slots.COUNTRY, country)));
    }

    private static Say say(String country, List<DeliveryOption> options) {
        String name = new Locale("", country).getDisplayCountry(Locale.UK);
        if (options.isEmpty()) {
            return Say.of(DeliveryCost.NOT_THERE)
                    .with("country", name)
                    .offering(Button.toward(OrderAccess.PERSON, Intents.PERSON));
        }
        Listing listing = new Listing(options.stream()
                .map(option -> Say.of(OPTION).with("name", option.name()).with("days", DeliveryCost.days(option)))
                .toList());
        boolean home = country.equals(DeliveryCost.HOME);
        Say say = Say.of(home ? OPTIONS : OPTIONS_TO).with("options", listing);
        return home ? say : say.with("country", name);
    }
}
