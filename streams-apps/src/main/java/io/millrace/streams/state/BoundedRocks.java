package io.millrace.streams.state;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** All RocksDB stores of the process share one block cache, memtables included: their memory has one bound. */
public final class BoundedRocks implements RocksDBConfigSetter {
    private static final long CACHE_BYTES = 48L << 20;
    private static final long MEMTABLE_BYTES = 24L << 20;
    private static final long MEMTABLE_BYTES_PER_STORE = 2L << 20;
    private static final int MEMTABLES_PER_STORE = 2;

    private static final class Shared {
        static final Cache CACHE = new LRUCache(CACHE_BYTES);
        static final WriteBufferManager MEMTABLES = new WriteBufferManager(MEMTABLE_BYTES, CACHE);
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.MEMTABLES);
        options.setWriteBufferSize(MEMTABLE_BYTES_PER_STORE);
        options.setMaxWriteBufferNumber(MEMTABLES_PER_STORE);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and memtables belong to the process, not to one store.
    }
}
