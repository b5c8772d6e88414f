package io.sprockets.dynamodb.model;

/**
 * Distance function of a vector index.
 */
public enum VectorDistanceFunction {

	COSINE,

	DOT_PRODUCT,

	EUCLIDEAN

}
