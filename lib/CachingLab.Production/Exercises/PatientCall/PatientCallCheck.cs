using CachingLab.Production.Exercises.PatientCall;

namespace CachingLab.Production;

public static partial class ProductionCheck
{
    public static Task PatientCallAsync(PatientFunction askPatiently) => HandAsync(PatientCallExercise.Exercise, new LocalPatientCall(askPatiently), askPatiently);
}
