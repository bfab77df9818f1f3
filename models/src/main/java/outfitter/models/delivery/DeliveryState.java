package outfitter.models.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far a reply has come. The later ones are the channel's word, in the order in which they can only grow. */
public enum DeliveryState {
    @JsonProperty("waiting")
    WAITING,
    /** Waiting, after a try that the channel did not take. */
    @JsonProperty("retrying")
    RETRYING,
    /** Until the customer writes again. */
    @JsonProperty("held")
    HELD,
    @JsonProperty("sent")
    SENT,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("read")
    READ,
    @JsonProperty("failed")
    FAILED;

    /** The name in SQL and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
