package outfitter.server.staff;

import java.util.List;
import outfitter.assist.panel.Offers;
import outfitter.assist.panel.Panel;
import outfitter.assist.queue.Attendance;
import outfitter.assist.queue.Row;
import outfitter.server.channel.delivery.ReplyTracks;

/** What the live socket sends, by {@code type}. */
final class Frames {
    private Frames() {}

    /** The first frame. */
    record Hello(String type, AccountView account) {
        Hello(AccountView account) {
            this("hello", account);
        }
    }

    /** The desk's list as it is now. */
    record Queue(String type, List<Row> rows) {
        Queue(List<Row> rows) {
            this("queue", rows);
        }
    }

    record Changed(String type, Row row) {
        Changed(Row row) {
            this("row", row);
        }
    }

    record Gone(String type, long conversation) {
        Gone(long conversation) {
            this("gone", conversation);
        }
    }

    record Staff(String type, List<Attendance.Present> present) {
        Staff(List<Attendance.Present> present) {
            this("staff", present);
        }
    }

    /** What follows the last such frame of this conversation; complete for staff up to {@code head}. */
    record Entries(String type, long conversation, long head, List<EntryView> entries) {
        Entries(long conversation, long head, List<EntryView> entries) {
            this("entries", conversation, head, entries);
        }
    }

    record Beside(String type, long conversation, Panel panel) {
        Beside(long conversation, Panel panel) {
            this("panel", conversation, panel);
        }
    }

    record Suggestions(String type, long conversation, Offers suggestions) {
        Suggestions(long conversation, Offers suggestions) {
            this("suggestions", conversation, suggestions);
        }
    }

    /** Where a reply in this conversation goes now. */
    record Way(String type, long conversation, ReplyTracks.Way way) {
        Way(long conversation, ReplyTracks.Way way) {
            this("way", conversation, way);
        }
    }

    /** How far replies have come; each names the conversation that it stands in, which may have been absorbed. */
    record Deliveries(String type, long conversation, List<outfitter.models.delivery.Deliveries.Delivery> deliveries) {
        Deliveries(long conversation, List<outfitter.models.delivery.Deliveries.Delivery> deliveries) {
            this("deliveries", conversation, deliveries);
        }
    }

    /** The customer is typing. */
    record Typing(String type, long conversation) {
        Typing(long conversation) {
            this("typing", conversation);
        }
    }

    /** This conversation goes on in another. */
    record Moved(String type, long conversation, long into) {
        Moved(long conversation, long into) {
            this("moved", conversation, into);
        }
    }

    record Pong(String type) {
        Pong() {
            this("pong");
        }
    }

    /** What was wrong with a frame that came; the socket goes on. */
    record Fault(String type, String detail) {
        Fault(String detail) {
            this("error", detail);
        }
    }
}
