package io.millrace.gateway;

import static io.millrace.gateway.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class OrdersMigrationTest {
    @Test
    void ordersOfAnEarlierReleaseAreShownAsTheyWere() throws SQLException {
        var url = Databases.create();
        Flyway.configure()
                .dataSource(url, Databases.USER, "")
                .schemas("control")
                .locations("classpath:db/control")
                .target("2")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url, Databases.USER, "");
                var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO control.manual_orders (intent_id, action, account_id, instrument,"
                    + " ordinal, event_time_nanos, side, type, time_in_force, quantity, limit_price, reduce_only,"
                    + " cancel_order_id, reason, author) VALUES"
                    + " ('00000000-0000-0000-0000-000000000001', 'SUBMIT', 'alice', 'BTC-USD.BITSTAMP', 1, 7,"
                    + " 'SELL', 'LIMIT', 'IOC', 100, 810.5, true, NULL, 'old', 'owner'),"
                    + " ('00000000-0000-0000-0000-000000000002', 'SUBMIT', 'alice', 'BTC-USD.BITSTAMP', 2, 8,"
                    + " 'BUY', 'MARKET', 'GTC', 0.00000001, NULL, false, NULL, '', 'owner'),"
                    + " ('00000000-0000-0000-0000-000000000003', 'CANCEL', 'alice', 'BTC-USD.BITSTAMP', 3, 9,"
                    + " NULL, NULL, NULL, NULL, NULL, NULL, 'o1', '', 'owner')");
        }

        try (var gateway = new TestGateway(url, true)) {
            var limit = json(gateway.get("/v1/orders/00000000-0000-0000-0000-000000000001"));
            assertThat(limit.get("side").textValue()).isEqualTo("SELL");
            assertThat(limit.get("quantity").textValue()).isEqualTo("100");
            assertThat(limit.get("limitPrice").textValue()).isEqualTo("810.5");
            assertThat(limit.get("timeInForce").textValue()).isEqualTo("IOC");
            assertThat(limit.get("reduceOnly").booleanValue()).isTrue();
            var market = json(gateway.get("/v1/orders/00000000-0000-0000-0000-000000000002"));
            assertThat(market.get("quantity").textValue()).isEqualTo("0.00000001");
            assertThat(market.get("limitPrice").isNull()).isTrue();
            assertThat(json(gateway.get("/v1/orders")).get("orders")).hasSize(2);
        }
    }
}
