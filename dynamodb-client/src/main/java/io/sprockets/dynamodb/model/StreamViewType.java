package io.sprockets.dynamodb.model;

/**
 * What a stream's records hold.
 */
public enum StreamViewType {

	NEW_IMAGE,

	OLD_IMAGE,

	NEW_AND_OLD_IMAGES,

	KEYS_ONLY

}
