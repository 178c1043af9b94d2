using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>A key of our own: what others know of it, and the private halves of its parts that are here, by key id.</summary>
internal sealed record SecretKey(OpenPgpKey Public, IReadOnlyDictionary<long, PgpPrivateKey> Private);
