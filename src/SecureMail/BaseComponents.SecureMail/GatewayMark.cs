namespace BaseComponents.SecureMail;

/// <summary>What the gateway says of an incoming mail. It is the gateway's word, never a <see cref="SignatureVerdict"/>: nothing of it was checked here.</summary>
[Flags]
public enum GatewayMark
{
    /// <summary>Nothing that may be believed.</summary>
    None = 0,

    /// <summary>The mail was encrypted, and the gateway decrypted it.</summary>
    Decrypted = 1,

    /// <summary>The gateway checked a signature and found it good.</summary>
    SignatureGood = 2,

    /// <summary>The gateway checked a signature and found it bad. Where it also says that one was good, this is what counts.</summary>
    SignatureBad = 4,
}
