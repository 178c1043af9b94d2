using System.Net;

namespace BaseComponents.Shared.OAuth;

/// <summary>What can go wrong before the service is even asked, in the words of the component.</summary>
internal interface ITokenFaults
{
    /// <summary>The token service refused the credentials.</summary>
    Exception Refused(HttpStatusCode status);

    /// <summary>The token service is out of order.</summary>
    Exception OutOfOrder(HttpStatusCode status);

    /// <summary>The token service could not be reached, or its answer is too long.</summary>
    Exception Unreachable(Exception cause);

    /// <summary>The answer is no bearer token.</summary>
    Exception Unreadable();
}
