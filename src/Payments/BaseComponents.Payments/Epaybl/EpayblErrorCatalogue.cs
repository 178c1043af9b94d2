using BaseComponents.Payments.Internal.Epaybl;

namespace BaseComponents.Payments.Epaybl;

/// <summary>The codes of ePayBL as integrators know them. Unconfirmed: no operator has published a list.</summary>
/// <remarks>The numbers and what they stand for come from the web shop of the Free State of Saxony; the sentences are ours.</remarks>
public static class EpayblErrorCatalogue
{
    /// <summary>What a code means; a code nobody knows is <see cref="EpayblErrorClass.Unknown"/>.</summary>
    public static EpayblError Describe(EpayblResultCode code)
    {
        if (code.IsSuccess)
            return ErrorTable.Success;
        return code.Number is { } number ? ErrorTable.Find(number) ?? ErrorTable.Unknown : ErrorTable.Unknown;
    }
}
