package io.millrace.connectors.marketdata;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a factor above zero or {@code max}. */
final class SpeedConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        if (text.equals("max")) {
            return Pace.FLAT_OUT;
        }
        try {
            double speed = Double.parseDouble(text);
            if (speed > 0 && speed != Double.POSITIVE_INFINITY) {
                return speed;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("must be max or a number above 0, was '" + text + "'");
        }
        throw new TypeConversionException("must be max or a number above 0, was '" + text + "'");
    }
}
