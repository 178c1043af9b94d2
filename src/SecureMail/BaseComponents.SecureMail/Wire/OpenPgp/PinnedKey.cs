using BaseComponents.SecureMail.Wire.OpenPgp.Keys;

namespace BaseComponents.SecureMail.Wire.OpenPgp;

/// <summary>A key that the configuration gives to an address: itself, or by saying that the directory of the address's domain counts.</summary>
internal sealed record PinnedKey(string Address, OpenPgpKey Key)
{
    /// <summary>Where it comes from, in words.</summary>
    public string Origin { get; init; } = "configured OpenPGP key";
}
