package outfitter.bot;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.sqlclient.Pool;

/** A few products, two customers and their orders, written straight into the tables. */
final class SampleShop {
    private static final String ROWS = """
            insert into category (id, parent, name, drawing, position) values
              ('footwear', null, 'Footwear', null, 1), ('footwear/hiking-boots', 'footwear', 'Hiking boots', 'boot', 2),
              ('shelter', null, 'Shelter', null, 3), ('shelter/tents', 'shelter', 'Tents', 'tent', 4),
              ('clothing', null, 'Clothing', null, 5), ('clothing/rain-jackets', 'clothing', 'Rain jackets', 'jacket', 6),
              ('footwear/socks', 'footwear', 'Socks', 'sock', 7);
            insert into product (id, title, brand, category, description, care, tags, created_at) values
              ('granite-peak-boot', 'Granite Peak Boot', 'Tarn', 'footwear/hiking-boots', 'A leather boot for rough paths.',
               'Brush off dry mud, wash by hand in cold water, dry away from heat, and wax twice a season.', '{boots}', now()),
              ('tarn-two-tent', 'Tarn Two Tent', 'Tarn', 'shelter/tents', 'A tent for two.', '', '{camping}', now()),
              ('mizzle-shell', 'Mizzle Rain Shell', 'Fell', 'clothing/rain-jackets', 'A light rain jacket.',
               'Wash at 30 degrees without softener and tumble dry low to revive the proofing.', '{rain}', now()),
              ('merino-hiker-sock', 'Merino Hiker Sock', 'Fell', 'footwear/socks', 'A warm sock.', 'Wash cold.', '{wool}', now());
            insert into variant (sku, product, size, colour, colour_code, price, cost, currency, position) values
              ('GPB-42-BR', 'granite-peak-boot', '42', 'Brown', '#6b4a2f', 14900, 7000, 'GBP', 1),
              ('GPB-43-BR', 'granite-peak-boot', '43', 'Brown', '#6b4a2f', 14900, 7000, 'GBP', 2),
              ('GPB-44-BR', 'granite-peak-boot', '44', 'Brown', '#6b4a2f', 14900, 7000, 'GBP', 3),
              ('TTT', 'tarn-two-tent', null, 'Green', '#2f5d50', 22900, 9000, 'GBP', 1),
              ('MRS-M-BL', 'mizzle-shell', 'M', 'Blue', '#204080', 9900, 4000, 'GBP', 1),
              ('MRS-L-BL', 'mizzle-shell', 'L', 'Blue', '#204080', 9900, 4000, 'GBP', 2),
              ('MHS-M', 'merino-hiker-sock', 'M', 'Grey', '#777777', 1800, 600, 'GBP', 1);
            insert into stock (sku, quantity, restock_on, updated_at) values
              ('GPB-42-BR', 5, null, now()), ('GPB-43-BR', 0, current_date + 9, now()), ('GPB-44-BR', 2, null, now()),
              ('TTT', 4, null, now()), ('MRS-M-BL', 0, null, now()), ('MRS-L-BL', 7, null, now()), ('MHS-M', 30, null, now());
            insert into customer (external_id, name, email, postcode, created_at) values
              ('ada', 'Ada Fell', 'ada@example.org', 'LA22 9DF', now()), ('bo', 'Bo Crag', 'bo@example.org', 'EH1 1YZ', now());
            insert into "order" (number, customer, email, postcode, state, delivery_option, shipping, total, currency, placed_at)
              select n.number, c.id, c.email, c.postcode, n.state, 'standard', 0, n.total, 'GBP', now() - n.age
              from (values ('OF-104233', 'ada', 'shipped', 14900, interval '3 days'),
                           ('OF-104001', 'ada', 'delivered', 9900, interval '9 days'),
                           ('OF-118822', 'bo', 'shipped', 22900, interval '8 days'),
                           ('OF-100001', 'bo', 'delivered', 14900, interval '80 days')) n (number, who, state, total, age)
              join customer c on c.external_id = n.who;
            insert into order_line ("order", line, sku, product, quantity, price)
              select o.id, 1, l.sku, l.product, 1, l.price from (values
                ('OF-104233', 'GPB-42-BR', 'granite-peak-boot', 14900), ('OF-104001', 'MRS-L-BL', 'mizzle-shell', 9900),
                ('OF-118822', 'TTT', 'tarn-two-tent', 22900), ('OF-100001', 'GPB-44-BR', 'granite-peak-boot', 14900))
                l (number, sku, product, price) join "order" o on o.number = l.number;
            insert into shipment ("order", carrier, tracking, state, shipped_at, expected_on, delivered_at)
              select o.id, 'Northway', s.tracking, s.state, now() - interval '2 days', current_date + s.due,
                     case when s.state = 'delivered' then now() - s.age end
              from (values ('OF-104233', 'NW1111', 'in-transit', 1, interval '0'),
                           ('OF-104001', 'NW2222', 'delivered', -5, interval '5 days'),
                           ('OF-118822', 'NW3333', 'late', -3, interval '0'),
                           ('OF-100001', 'NW4444', 'delivered', -70, interval '70 days')) s (number, tracking, state, due, age)
              join "order" o on o.number = s.number;
            insert into delivery_option (id, name, country, price, free_from, currency, days_min, days_max, position) values
              ('standard', 'Standard', 'GB', 395, 5000, 'GBP', 2, 3, 1), ('express', 'Express', 'GB', 895, null, 'GBP', 1, 1, 2),
              ('standard-ie', 'Standard', 'IE', 995, null, 'GBP', 4, 6, 3)
              on conflict do nothing;
            """;

    private SampleShop() {}

    static void stock(Pool db) throws Exception {
        for (String statement : ROWS.split(";\n", -1)) {
            if (!statement.isBlank()) db.query(statement).execute().await(10, SECONDS);
        }
    }
}
