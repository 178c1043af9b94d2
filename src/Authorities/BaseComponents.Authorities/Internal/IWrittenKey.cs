namespace BaseComponents.Authorities.Internal;

/// <summary>A key that writes itself into a buffer.</summary>
internal interface IWrittenKey
{
    /// <summary>The letters of the forms it has, for the message that refuses another one.</summary>
    static abstract string Forms { get; }

    /// <summary>Whether it is no key at all; then it is written as nothing, in every form.</summary>
    bool IsEmpty { get; }

    /// <summary>Writes the key into a buffer that is long enough for every key.</summary>
    /// <param name="form">The letter of the form, a capital.</param>
    /// <param name="buffer">At least <see cref="KeyText.Longest"/> characters.</param>
    /// <returns>The number of characters; 0 if it has no such form.</returns>
    int Write(char form, Span<char> buffer);
}
