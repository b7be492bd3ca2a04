using CachingLab.Production.Exercises.SingleFlight;

namespace CachingLab.Production;

public static partial class ProductionCheck
{
    /// <summary>Checks a single flight.</summary>
    /// <param name="create">Makes one and gives its method, as <c>() =&gt; new SingleFlight().AskAsync</c>.</param>
    public static Task SingleFlightAsync(Func<FlightFunction> create) =>
        HandAsync(SingleFlightExercise.Exercise, new LocalFlightMaker(create), create);
}
