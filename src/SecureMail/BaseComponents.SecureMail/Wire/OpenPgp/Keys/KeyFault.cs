namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>Why a key must not be used for a mail address.</summary>
internal enum KeyFault
{
    None,

    /// <summary>No signature of the key itself, with SHA-2, says that it belongs to the address.</summary>
    AddressMismatch,
    NotYetValid,
    Expired,
    Revoked,
    WeakKey,

    /// <summary>No part of it is made for the use.</summary>
    WrongUsage,
}
