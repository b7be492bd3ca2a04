namespace CachingLab.Exercises.ExtendedKey;

/// <summary>In what way a value is changed.</summary>
internal enum VariationKind
{
    /// <summary>To another value, or by an item more or less.</summary>
    Value,

    /// <summary>The same items in another order.</summary>
    Order,

    /// <summary>To null, or to what is taken for null: zero, empty.</summary>
    Nothing,
}
