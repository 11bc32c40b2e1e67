package io.millrace.flink.trades;

import io.millrace.core.quality.QualityEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** Where the first operator sends what it found doubtful. */
public final class QualityTag {
    public static final OutputTag<QualityEvent> TAG =
            new OutputTag<>("quality", TypeInformation.of(QualityEvent.class));

    private QualityTag() {}
}
