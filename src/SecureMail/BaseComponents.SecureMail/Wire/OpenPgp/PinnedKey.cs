using BaseComponents.SecureMail.Wire.OpenPgp.Keys;

namespace BaseComponents.SecureMail.Wire.OpenPgp;

/// <summary>A key that the configuration gives to an address.</summary>
internal sealed record PinnedKey(string Address, OpenPgpKey Key);
