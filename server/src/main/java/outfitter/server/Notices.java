package outfitter.server;

import java.util.ArrayList;
import java.util.List;
import outfitter.server.staff.StaffSide;

/** What the operator reads on the console after the start. */
final class Notices {
    private Notices() {}

    /** The demonstration's addresses and sign-ins, or the link that makes the first admin; nothing once there is one. */
    static List<String> of(StaffSide staff, String url) {
        List<String> lines = new ArrayList<>();
        staff.setupPath().ifPresent(path -> lines.add("create the first admin (once, within a day): " + url + path));
        if (staff.demo().isEmpty()) return lines;
        lines.add("shop    " + url + "/");
        lines.add("desk    " + url + "/desk");
        lines.add("studio  " + url + "/studio");
        lines.add("tour    " + url + "/tour");
        staff.demo()
                .forEach(one -> lines.add("sign in as %-6s password %s (%s)"
                        .formatted(one.name(), one.password(), one.role().code())));
        return lines;
    }
}
