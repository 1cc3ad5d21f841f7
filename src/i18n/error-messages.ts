import errors from '../../messages/en/errors.json';

/** The few sentences that must be at hand where nothing else of the page is. */
export const errorMessages = errors;
