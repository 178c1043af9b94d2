namespace BaseComponents.Payments.Transfers;

/// <summary>How umlauts and sharp s are written where they are not allowed.</summary>
public enum UmlautWriting
{
    /// <summary>ä as ae, Ä as Ae, ß as ss: as Germans write them out.</summary>
    WrittenOut,

    /// <summary>ä as a, Ä as A, ß as s: as the conversion table of the European Payments Council does.</summary>
    BaseLetter,
}
