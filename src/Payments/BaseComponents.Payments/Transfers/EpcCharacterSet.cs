namespace BaseComponents.Payments.Transfers;

/// <summary>The character set of the QR code's content. The number is the one the code names.</summary>
/// <remarks>EPC069-12 also has 7, ISO 8859-10, which .NET does not have.</remarks>
public enum EpcCharacterSet
{
    /// <summary>1: UTF-8, read by every app. An umlaut takes two bytes.</summary>
    Utf8 = 1,

    /// <summary>2: ISO 8859-1, Western Europe.</summary>
    Latin1 = 2,

    /// <summary>3: ISO 8859-2, Central Europe.</summary>
    Latin2 = 3,

    /// <summary>4: ISO 8859-4, the Baltic.</summary>
    Latin4 = 4,

    /// <summary>5: ISO 8859-5, Cyrillic.</summary>
    Cyrillic = 5,

    /// <summary>6: ISO 8859-7, Greek.</summary>
    Greek = 6,

    /// <summary>8: ISO 8859-15, Western Europe with the euro sign.</summary>
    Latin9 = 8,
}
