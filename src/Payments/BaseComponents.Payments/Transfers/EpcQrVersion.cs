namespace BaseComponents.Payments.Transfers;

/// <summary>The version of the QR code's content. Banks' apps read both.</summary>
public enum EpcQrVersion
{
    /// <summary>001: the BIC must be named.</summary>
    Version1 = 1,

    /// <summary>002: the BIC may be left out for accounts in the European Economic Area.</summary>
    Version2 = 2,
}
