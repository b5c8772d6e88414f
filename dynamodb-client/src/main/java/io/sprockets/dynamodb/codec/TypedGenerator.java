package io.sprockets.dynamodb.codec;

import org.jspecify.annotations.Nullable;

/**
 * The structure of DynamoDB's typed JSON: what surrounds a value, and where it may stand.
 * A name is written at once, and taken back where its value turns out to be left out.
 */
abstract class TypedGenerator extends BytesGenerator {

	private final ItemContext root = new ItemContext();

	protected ItemContext context = this.root;

	TypedGenerator(JsonBytes out, ItemWriteContext writeContext) {
		super(out, writeContext);
	}

	/**
	 * Makes ready for a value.
	 * @param place where it stands, {@code null} if it is the item
	 * @param depth how many containers are open around it
	 * @return the context of the place
	 */
	ItemContext begin(@Nullable ContainerKind place, int depth) {
		this.context = this.root.begin(place, depth, this.out.size());
		return this.context;
	}

	/**
	 * Returns where in the value this generator is.
	 */
	String path() {
		return this.context.path();
	}

	@Override
	public ItemContext streamWriteContext() {
		return this.context;
	}

	boolean isAtItem() {
		return this.context.kind() == null;
	}

	void open(ContainerKind kind, @Nullable Object value) {
		this.context = this.context.open(kind, value);
	}

	/**
	 * Returns to the container around the current one.
	 * @return the kind of the one left
	 */
	@Nullable ContainerKind leave() {
		ItemContext left = this.context;
		ItemContext parent = left.getParent();
		if (parent == null) {
			throw new UnwritableValueException("a serializer ends more than it started");
		}
		this.context = parent;
		return left.kind();
	}

	void leaveOut() {
		ContainerKind kind = this.context.kind();
		if (kind == null || !kind.isMap()) {
			throw new UnwritableValueException("DynamoDB has no empty set, and it cannot be left out here");
		}
		this.out.takeBack(this.context.start());
	}

	/**
	 * Begins a set, of which nothing is written yet: its type is that of its first
	 * element, and an empty one is left out.
	 */
	void startSet(boolean empty) {
		startValue("a set");
		if (empty) {
			leaveOut();
		}
		open(empty ? ContainerKind.EMPTY_SET : ContainerKind.SET, null);
	}

	/**
	 * Begins a string, number or binary: wrapped in its type, unless in a set.
	 * @return whether it is wrapped
	 */
	boolean startScalar(AttributeType type, ContainerKind setKind) {
		ContainerKind kind = this.context.kind();
		if (kind == null || !kind.isSet()) {
			startTyped(type);
			return true;
		}
		SetWriter.startElement(kind, setKind, this.out);
		this.context.kind(setKind);
		return false;
	}

	void endScalar(boolean wrapped) {
		if (wrapped) {
			this.out.write('}');
		}
	}

	void startTyped(AttributeType type) {
		startValue((type != AttributeType.NULL) ? "a " + type : "null");
		this.out.write(type.opening());
	}

	/**
	 * Begins a value where one may stand that is neither string, number nor binary.
	 */
	void startValue(String what) {
		ContainerKind kind = this.context.kind();
		if (kind == null) {
			throw new UnwritableValueException(
					"an item must be an object with named attributes, such as a map or a record");
		}
		if (kind == ContainerKind.LIST) {
			this.context.next(null, this.out.size());
			this.out.separate();
		}
		else if (kind.isSet()) {
			throw new UnwritableValueException(
					"a set holds only strings, numbers or binaries, not " + what + "; use a list");
		}
	}

}
