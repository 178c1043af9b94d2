using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>A service that competences name and that no delivery describes: its key is all there is to show.</summary>
internal static class ServiceNamedByKey
{
    public static PublicService Of(long number)
    {
        var key = LeikaKey.OfNumber(number);
        return new PublicService(key, key.ToString("S", null));
    }
}
