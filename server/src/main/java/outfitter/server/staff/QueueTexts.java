package outfitter.server.staff;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import outfitter.assist.queue.QueueNews;
import outfitter.models.json.Json;

/** Frames of the desk's list as text, written once for all screens: each hears the same news right after the other. Thread-safe. */
final class QueueTexts {
    private final AtomicReference<@Nullable Written> last = new AtomicReference<>();

    private record Written(QueueNews news, String text) {}

    String of(QueueNews news) {
        Written known = last.get();
        if (known != null && known.news() == news) return known.text();
        String[] text = new String[1];
        news.tell(
                changed -> text[0] = Json.write(new Frames.Changed(changed.row())),
                gone -> text[0] = Json.write(new Frames.Gone(gone.conversation().value())));
        last.set(new Written(news, text[0]));
        return text[0];
    }
}
