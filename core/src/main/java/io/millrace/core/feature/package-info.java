/**
 * What a model sees: numbers without a scale of their own, comparable between instruments.
 *
 * <pre>
 * Bar ─► FeatureSet (basic, version 1) ─► FeatureVector
 * </pre>
 */
package io.millrace.core.feature;
