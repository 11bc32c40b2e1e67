CREATE TABLE control.models (LIKE control.instruments INCLUDING ALL);
COMMENT ON TABLE control.models IS 'Models of market regimes, as they were trained or set by hand';
