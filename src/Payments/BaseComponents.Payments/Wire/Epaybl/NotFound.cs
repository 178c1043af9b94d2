using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>Whether a code says that there is no such thing. Which codes do is not public, so the settings name them.</summary>
internal static class NotFound
{
    public static bool Says(EpayblOptions settings, EpayblResultCode code) => settings.NotFoundCodes.Any(known => new EpayblResultCode(known) == code);
}
