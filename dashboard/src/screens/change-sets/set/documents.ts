import { graphql } from '../../../gql/gql.ts'

export const changeSetAnswerFragment = graphql(`
  fragment ChangeSetAnswer on PmsChangeSetPayload {
    changeSet {
      ...ChangeSetRow
    }
    errors {
      ...ErrorFields
    }
  }
`)

export const previewSetDocument = graphql(`
  mutation PreviewChangeSet($changeSetId: ID!) {
    result: previewChangeSet(changeSetId: $changeSetId) {
      ...ChangeSetAnswer
    }
  }
`)

export const runSetDocument = graphql(`
  mutation RunChangeSet($input: PmsRunChangeSetInput!) {
    result: runChangeSet(input: $input) {
      ...ChangeSetAnswer
    }
  }
`)

export const pauseSetDocument = graphql(`
  mutation PauseChangeSet($changeSetId: ID!) {
    result: pauseChangeSet(changeSetId: $changeSetId) {
      ...ChangeSetAnswer
    }
  }
`)

export const resumeSetDocument = graphql(`
  mutation ResumeChangeSet($changeSetId: ID!) {
    result: resumeChangeSet(changeSetId: $changeSetId) {
      ...ChangeSetAnswer
    }
  }
`)

export const cancelSetDocument = graphql(`
  mutation CancelChangeSet($changeSetId: ID!) {
    result: cancelChangeSet(changeSetId: $changeSetId) {
      ...ChangeSetAnswer
    }
  }
`)

export const undoSetDocument = graphql(`
  mutation UndoChangeSet($changeSetId: ID!) {
    result: undoChangeSet(changeSetId: $changeSetId) {
      ...ChangeSetAnswer
    }
  }
`)
