package io.sprockets.dynamodb.model;

/**
 * Server-side encryption algorithm.
 */
public enum SseType {

	AES256,

	KMS

}
