namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Encrypts or decrypts content piece by piece.</summary>
internal interface IContentTransform : IDisposable
{
    /// <summary>How much a result may be longer than what was given: blocks that were kept back.</summary>
    const int Surplus = 64;

    /// <returns>Octets written.</returns>
    int Update(ReadOnlySpan<byte> input, Span<byte> output);

    /// <summary>What is left.</summary>
    /// <returns>Octets written.</returns>
    int Finish(Span<byte> output);
}
